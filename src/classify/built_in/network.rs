//! The network on top of the table of features: sums of weights, sixteen hidden units, and
//! the answers, each with what every piece of the message contributed to it.

use super::features::{Feature, Sink};
use super::model::Model;

/// The answers: three polarities, five intents, four levels of urgency.
pub const ANSWERS: usize = 12;
/// The hidden units.
pub const HIDDEN: usize = 16;
/// The weights of a feature: straight to the answers, then to the hidden units.
pub const LANES: usize = ANSWERS + HIDDEN;

/// The answers of each judgement.
pub(super) const SENTIMENT: std::ops::Range<usize> = 0..3;
pub(super) const INTENT: std::ops::Range<usize> = 3..8;
pub(super) const URGENCY: std::ops::Range<usize> = 8..12;

/// How sharply each judgement is calibrated, in each language.
pub(super) const CALIBRATIONS: usize = 6;

/// Where the levels of urgency begin, in each language, on a scale of 0 to 3.
pub(super) const STEPS: usize = 6;

/// How many numbers a network has.
pub const NUMBERS: usize =
    2 * LANES + HIDDEN + ANSWERS * HIDDEN + 3 * ANSWERS + CALIBRATIONS + STEPS;

/// One number for each lane.
pub(super) type Sums = [i32; LANES];

/// The numbers of a network, in the order of the file.
#[derive(Clone, Debug)]
pub(super) struct Network {
    /// What one step of a weight is worth, for each lane.
    scale: [f32; LANES],
    /// How many such steps one of a whole word is, for each lane.
    word_steps: [i32; LANES],
    /// What the hidden units begin with.
    hidden: [f32; HIDDEN],
    /// From the hidden units to the answers.
    out: [[f32; HIDDEN]; ANSWERS],
    /// What the answers begin with.
    bias: [f32; ANSWERS],
    /// What each answer leans to in Dutch, and in English.
    leans: [[f32; ANSWERS]; 2],
    calibration: [f32; CALIBRATIONS],
    steps: [[f32; 3]; STEPS / 3],
}

impl Default for Network {
    fn default() -> Self {
        Self::of(&[0.0; NUMBERS])
    }
}

impl Network {
    pub(super) fn of(numbers: &[f32; NUMBERS]) -> Self {
        let mut from = numbers.iter().copied();
        let mut next = || from.next().unwrap_or_default();
        Self {
            scale: std::array::from_fn(|_| next()),
            word_steps: std::array::from_fn(|_| whole(next())),
            hidden: std::array::from_fn(|_| next()),
            out: std::array::from_fn(|_| std::array::from_fn(|_| next())),
            bias: std::array::from_fn(|_| next()),
            leans: std::array::from_fn(|_| std::array::from_fn(|_| next())),
            calibration: std::array::from_fn(|_| next()),
            steps: std::array::from_fn(|_| std::array::from_fn(|_| next())),
        }
    }

    /// What to divide the answers of a judgement by, so that they tell probabilities.
    pub(super) fn calibration(&self, judgement: usize, english: bool) -> f32 {
        self.calibration.get(judgement * 2 + usize::from(english)).copied().unwrap_or(1.0)
    }

    /// Where normal, high and critical begin, on a scale of 0 to 3.
    pub(super) fn steps(&self, english: bool) -> [f32; 3] {
        let [dutch, english_steps] = self.steps;
        if english { english_steps } else { dutch }
    }
}

/// What the features of a message add up to: for each piece, and for the message as a
/// whole.
#[derive(Debug)]
pub(super) struct Gathered {
    pieces: Vec<Sums>,
    whole: Sums,
    /// The squares of the features, which the hidden units are divided by.
    squares: f32,
}

impl Gathered {
    /// Room for so many pieces.
    pub(super) fn of(pieces: usize) -> Self {
        Self { pieces: vec![[0; LANES]; pieces], whole: [0; LANES], squares: 0.0 }
    }

    /// Runs the network.
    pub(super) fn answer<'n>(&'n self, network: &'n Network, english: bool) -> Answer<'n> {
        let mut total = self.whole;
        for piece in &self.pieces {
            for (sum, part) in total.iter_mut().zip(piece) {
                *sum += part;
            }
        }
        let share = (self.squares + 1.0).sqrt().recip();
        let (straight, deep) = total.split_at(ANSWERS);
        let (scale, deep_scale) = network.scale.split_at(ANSWERS);
        let mut active = [false; HIDDEN];
        let mut hidden = network.hidden;
        for (index, unit) in hidden.iter_mut().enumerate() {
            let (Some(sum), Some(scale)) = (deep.get(index), deep_scale.get(index)) else {
                continue;
            };
            *unit += half(*sum) * scale * share;
            if let Some(active) = active.get_mut(index) {
                *active = *unit > 0.0;
            }
            *unit = unit.max(0.0);
        }
        let mut answers = network.bias;
        let [dutch_leans, english_leans] = &network.leans;
        let leans = if english { english_leans } else { dutch_leans };
        for (answer, lean) in answers.iter_mut().zip(leans) {
            *answer += lean;
        }
        for (index, answer) in answers.iter_mut().enumerate() {
            let (Some(sum), Some(scale), Some(out)) =
                (straight.get(index), scale.get(index), network.out.get(index))
            else {
                continue;
            };
            *answer += half(*sum) * scale;
            *answer += out.iter().zip(&hidden).map(|(weight, unit)| weight * unit).sum::<f32>();
        }
        Answer { gathered: self, network, share, active, answers }
    }
}

/// Adds up features with the weights of a model.
#[derive(Debug)]
pub(super) struct Gathering<'g, 'm> {
    pub(super) model: &'g Model<'m>,
    pub(super) into: &'g mut Gathered,
}

impl Sink for Gathering<'_, '_> {
    fn take(&mut self, feature: Feature) {
        let counts = f32::from(feature.counts.min(2)) / 2.0;
        self.into.squares = counts.mul_add(counts, self.into.squares);
        let Some(row) = self.model.row(feature.key) else { return };
        let sums = match feature.piece {
            Some(piece) => self.into.pieces.get_mut(piece as usize),
            None => Some(&mut self.into.whole),
        };
        let Some(sums) = sums else { return };
        let counts = i32::from(feature.counts);
        for (sum, weight) in sums.iter_mut().zip(row) {
            *sum += i32::from(weight.cast_signed()) * counts;
        }
    }

    fn take_word(&mut self, word: Feature, parts: usize) -> bool {
        let Some(row) = self.model.word(word.key) else { return false };
        let Some(sums) = word.piece.and_then(|piece| self.into.pieces.get_mut(piece as usize))
        else {
            return false;
        };
        let steps = &self.model.network().word_steps;
        for ((sum, weight), step) in sums.iter_mut().zip(row).zip(steps) {
            *sum += i32::from(weight.cast_signed()) * 2 * step;
        }
        // A part counts half.
        self.into.squares +=
            0.25f32.mul_add(f32::from(u8::try_from(parts).unwrap_or(u8::MAX)), 1.0);
        true
    }
}

#[expect(clippy::cast_possible_truncation, reason = "the trainer writes small whole numbers")]
const fn whole(number: f32) -> i32 {
    number as i32
}

#[expect(clippy::cast_precision_loss, reason = "sums are far below 2^24")]
const fn half(sum: i32) -> f32 {
    sum as f32 / 2.0
}

/// The answers of the network for one message, and what they come from.
#[derive(Debug)]
pub(super) struct Answer<'n> {
    gathered: &'n Gathered,
    network: &'n Network,
    share: f32,
    active: [bool; HIDDEN],
    answers: [f32; ANSWERS],
}

impl Answer<'_> {
    /// All answers, as they are, not yet probabilities.
    pub(super) const fn all(&self) -> &[f32; ANSWERS] {
        &self.answers
    }

    /// What each piece contributed to the sum of all answers, each times its factor in
    /// `direction`. With what the whole message contributed, and the constants, this is
    /// exactly that sum: the network is linear as long as the same hidden units are
    /// active.
    pub(super) fn pulls(&self, direction: &[f32; ANSWERS], pulls: &mut Vec<f32>) {
        let weights = self.weights(direction);
        pulls.clear();
        pulls.extend(self.gathered.pieces.iter().map(|sums| {
            sums.iter().zip(&weights).map(|(sum, weight)| half(*sum) * weight).sum::<f32>()
        }));
    }

    /// What a step in each lane contributes in a direction.
    fn weights(&self, direction: &[f32; ANSWERS]) -> [f32; LANES] {
        let mut weights = self.network.scale;
        let (straight, deep) = weights.split_at_mut(ANSWERS);
        for (weight, factor) in straight.iter_mut().zip(direction) {
            *weight *= factor;
        }
        for (index, weight) in deep.iter_mut().enumerate() {
            let out = |(out, factor): (&[f32; HIDDEN], &f32)| out.get(index).map(|w| w * factor);
            let along: f32 = self.network.out.iter().zip(direction).filter_map(out).sum();
            let on = self.active.get(index).copied().unwrap_or(false);
            *weight *= if on { along * self.share } else { 0.0 };
        }
        weights
    }
}
