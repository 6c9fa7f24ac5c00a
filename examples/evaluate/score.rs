//! The arithmetic: what was right, per class and over all.

#![allow(
    clippy::indexing_slicing,
    clippy::needless_range_loop,
    reason = "a matrix of a size set at its making, indexed by its own classes"
)]

/// Labels against answers, as indices of classes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Matrix {
    /// `counts[label][answer]`.
    counts: Vec<Vec<u64>>,
    /// Per label: without any answer.
    unanswered: Vec<u64>,
    abstained: u64,
}

/// The figures of one class. A figure without a denominator is 0.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Class {
    pub(crate) precision: f64,
    pub(crate) recall: f64,
    pub(crate) f1: f64,
    /// How many lines carry the label.
    pub(crate) n: u64,
}

/// A figure averaged over the classes that occur among the labels, each counting once.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Macro {
    pub(crate) recall: f64,
    pub(crate) precision: f64,
    pub(crate) f1: f64,
}

impl Matrix {
    /// An empty matrix of so many classes.
    pub(crate) fn new(classes: usize) -> Self {
        Self { counts: vec![vec![0; classes]; classes], unanswered: vec![0; classes], abstained: 0 }
    }

    /// Counts one line. An answer of `None` is wrong and an abstention; `undetermined`
    /// marks an abstention that counts as the answer given.
    pub(crate) fn count(&mut self, label: usize, answer: Option<usize>, undetermined: bool) {
        match answer {
            Some(answer) => self.counts[label][answer] += 1,
            None => self.unanswered[label] += 1,
        }
        self.abstained += u64::from(answer.is_none() || undetermined);
    }

    /// How many lines were counted.
    pub(crate) fn n(&self) -> u64 {
        (0..self.counts.len()).map(|class| self.labelled(class)).sum()
    }

    /// How many answers were abstentions.
    pub(crate) const fn abstained(&self) -> u64 {
        self.abstained
    }

    fn labelled(&self, class: usize) -> u64 {
        self.counts[class].iter().sum::<u64>() + self.unanswered[class]
    }

    fn answered(&self, class: usize) -> u64 {
        self.counts.iter().map(|row| row[class]).sum()
    }

    /// The share of lines that were answered as they are labelled.
    pub(crate) fn accuracy(&self) -> f64 {
        let right = (0..self.counts.len()).map(|class| self.counts[class][class]).sum();
        share(right, self.n())
    }

    /// The figures of a class.
    pub(crate) fn class(&self, class: usize) -> Class {
        let right = self.counts[class][class];
        let (n, answered) = (self.labelled(class), self.answered(class));
        Class {
            precision: share(right, answered),
            recall: share(right, n),
            f1: share(2 * right, n + answered),
            n,
        }
    }

    /// The averages over the classes that occur among the labels.
    pub(crate) fn averages(&self) -> Macro {
        let classes: Vec<Class> = (0..self.counts.len())
            .map(|class| self.class(class))
            .filter(|class| class.n > 0)
            .collect();
        let mean = |figure: fn(&Class) -> f64| match classes.len() {
            0 => 0.0,
            n => classes.iter().map(figure).sum::<f64>() / real(n as u64),
        };
        Macro {
            recall: mean(|class| class.recall),
            precision: mean(|class| class.precision),
            f1: mean(|class| class.f1),
        }
    }

    /// Cohen's kappa with quadratic weights, for classes that stand in their order; lines
    /// without an answer are left out. `None` where chance alone agrees in full.
    pub(crate) fn quadratic_kappa(&self) -> Option<f64> {
        let classes = self.counts.len();
        let rows: Vec<u64> = self.counts.iter().map(|row| row.iter().sum()).collect();
        let columns: Vec<u64> = (0..classes).map(|class| self.answered(class)).collect();
        let n = real(rows.iter().sum());
        let (mut observed, mut expected) = (0.0, 0.0);
        for label in 0..classes {
            for answer in 0..classes {
                let apart = real(label.abs_diff(answer) as u64);
                observed += apart * apart * real(self.counts[label][answer]);
                expected += apart * apart * real(rows[label]) * real(columns[answer]) / n;
            }
        }
        (expected > 0.0).then(|| 1.0 - observed / expected)
    }
}

fn share(part: u64, whole: u64) -> f64 {
    if whole == 0 { 0.0 } else { real(part) / real(whole) }
}

#[allow(clippy::cast_precision_loss, reason = "counts of lines are far below 2^52")]
const fn real(count: u64) -> f64 {
    count as f64
}
