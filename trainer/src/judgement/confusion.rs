//! What was right, and what was answered.

/// The most answers that a judgement has.
const MOST: usize = 5;

/// Counts of messages by the right answer and the given one.
#[derive(Clone, Debug, Default)]
pub struct Confusion([[u32; MOST]; MOST]);

impl Confusion {
    pub fn add(&mut self, right: usize, given: usize) {
        self.0[right][given] += 1;
    }

    /// How many messages there are.
    pub fn count(&self) -> u32 {
        self.0.iter().flatten().sum()
    }

    /// How many have this right answer.
    pub fn of(&self, answer: usize) -> u32 {
        self.0[answer].iter().sum()
    }

    fn given(&self, answer: usize) -> u32 {
        self.0.iter().map(|row| row[answer]).sum()
    }

    /// The share of right answers.
    pub fn accuracy(&self) -> f64 {
        let right: u32 = (0..MOST).map(|answer| self.0[answer][answer]).sum();
        share(right, self.count())
    }

    /// Of the messages with this right answer, the share that got it.
    pub fn recall(&self, answer: usize) -> f64 {
        share(self.0[answer][answer], self.of(answer))
    }

    /// Of the messages that got this answer, the share for which it is right.
    pub fn precision(&self, answer: usize) -> f64 {
        share(self.0[answer][answer], self.given(answer))
    }

    /// The harmonic mean of recall and precision.
    pub fn f1(&self, answer: usize) -> f64 {
        harmonic(self.precision(answer), self.recall(answer), 1.0)
    }

    /// The mean over the answers that occur.
    pub fn macro_recall(&self) -> f64 {
        self.mean(|answer| self.recall(answer))
    }

    /// The mean over the answers that occur.
    pub fn macro_f1(&self) -> f64 {
        self.mean(|answer| self.f1(answer))
    }

    fn mean(&self, figure: impl Fn(usize) -> f64) -> f64 {
        let occur: Vec<usize> = (0..MOST).filter(|answer| self.of(*answer) > 0).collect();
        let sum: f64 = occur.iter().map(|answer| figure(*answer)).sum();
        sum / (occur.len().max(1)) as f64
    }

    /// Recall and precision of the answers from `least` on, taken as one.
    pub fn at_least(&self, least: usize) -> (f64, f64) {
        let both: u32 = self.0[least..].iter().flat_map(|row| &row[least..]).sum();
        let right = (least..MOST).map(|answer| self.of(answer)).sum();
        let given = (least..MOST).map(|answer| self.given(answer)).sum();
        (share(both, right), share(both, given))
    }

    /// Agreement beyond chance, where an answer is the worse the further off it is (the
    /// kappa of Cohen with quadratic weights).
    pub fn quadratic_kappa(&self) -> f64 {
        let count = f64::from(self.count());
        let (mut apart, mut by_chance) = (0.0, 0.0);
        for (right, row) in self.0.iter().enumerate() {
            for (given, cell) in row.iter().enumerate() {
                let weight = right.abs_diff(given).pow(2) as f64;
                apart += weight * f64::from(*cell);
                let pairs = weight * f64::from(self.of(right)) * f64::from(self.given(given));
                by_chance += pairs / count;
            }
        }
        if by_chance > 0.0 { 1.0 - apart / by_chance } else { 0.0 }
    }
}

fn share(part: u32, of: u32) -> f64 {
    f64::from(part) / f64::from(of.max(1))
}

/// The mean of precision and recall in which recall counts `beta` squared times.
pub fn harmonic(precision: f64, recall: f64, beta: f64) -> f64 {
    let square = beta * beta;
    let sum = square * precision + recall;
    if sum > 0.0 { (1.0 + square) * precision * recall / sum } else { 0.0 }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn some() -> Confusion {
        let mut confusion = Confusion::default();
        for (right, given) in [(0, 0), (0, 0), (0, 1), (0, 3), (1, 1), (3, 3), (3, 2), (3, 0)] {
            confusion.add(right, given);
        }
        confusion
    }

    fn near(a: f64, b: f64) -> bool {
        (a - b).abs() < 1e-9
    }

    #[test]
    fn figures_are_those_worked_out_by_hand() {
        let some = some();
        assert_eq!(some.count(), 8);
        assert!(near(some.accuracy(), 0.5));
        assert!(near(some.recall(0), 0.5));
        assert!(near(some.precision(0), 2.0 / 3.0));
        assert!(near(some.f1(0), 4.0 / 7.0));
        assert!(near(some.macro_recall(), (0.5 + 1.0 + 1.0 / 3.0) / 3.0), "no message has 2");
        let (recall, precision) = some.at_least(2);
        assert!(near(recall, 2.0 / 3.0) && near(precision, 2.0 / 3.0));
    }

    #[test]
    fn kappa_punishes_what_is_far_off() {
        let some = some();
        // Apart: 1 + 9 + 1 + 9. By chance: (4·2·1 + 4·1·4 + 4·2·9 + 1·3·1 + 1·1·1 + 1·2·4
        // + 3·3·9 + 3·2·4 + 3·1·1) / 8.
        assert!(near(some.quadratic_kappa(), 1.0 - 20.0 / 27.0), "{}", some.quadratic_kappa());
        assert!(near(Confusion::default().quadratic_kappa(), 0.0));
    }

    #[test]
    fn recall_can_count_more() {
        assert!(near(harmonic(0.5, 1.0, 1.0), 2.0 / 3.0));
        assert!(near(harmonic(0.5, 1.0, 2.0), 2.5 / 3.0));
        assert!(near(harmonic(0.0, 0.0, 1.0), 0.0));
    }
}
