//! The network while it learns: weights in floating point, and the answers it gives.

use super::chance::Chance;
use super::samples::Sample;
use super::settings::Settings;
use super::sources::OTHER_QUESTIONS;
use webcare::classify::training::{ANSWERS, HIDDEN};

/// What the network answers, before it is made probabilities.
pub type Logits = [f32; ANSWERS];

/// What the hidden units begin with.
const FIRST_BIAS: f32 = 0.1;

/// The weights.
#[derive(Clone, Debug)]
pub struct Network {
    /// From each row straight to the answers.
    pub straight: Vec<Logits>,
    /// From each row to the hidden units.
    pub hidden: Vec<[f32; HIDDEN]>,
    pub hidden_bias: [f32; HIDDEN],
    /// From the hidden units to the answers, then to those of the other questions.
    pub out: Vec<[f32; HIDDEN]>,
    pub out_bias: Vec<f32>,
}

impl Network {
    /// A network that knows nothing, and begins with small weights by chance.
    pub fn new(settings: &Settings, rows: usize, chance: &mut Chance) -> Self {
        let outs = ANSWERS + OTHER_QUESTIONS.iter().map(|(_, answers, _)| answers).sum::<usize>();
        let mut some = |count: usize, reach: f32| -> Vec<[f32; HIDDEN]> {
            (0..count).map(|_| std::array::from_fn(|_| chance.around(reach))).collect()
        };
        Self {
            hidden: some(rows, settings.first_rows),
            hidden_bias: [FIRST_BIAS; HIDDEN],
            out: some(outs, settings.first_out),
            out_bias: vec![0.0; outs],
            straight: vec![[0.0; ANSWERS]; rows],
        }
    }

    /// What the hidden units sum up, and the share that each feature has in it: long
    /// messages do not count more.
    pub fn sums(&self, rows: &[(u32, f32)], squares: f32) -> ([f32; HIDDEN], f32) {
        let mut sums = [0.0; HIDDEN];
        for (row, counts) in rows {
            add(&mut sums, &self.hidden[*row as usize], *counts);
        }
        let share = 1.0 / (squares + 1.0).sqrt();
        let mut hidden = self.hidden_bias;
        add(&mut hidden, &sums, share);
        (hidden, share)
    }

    /// The answer at `at` for what the hidden units send.
    pub fn through_hidden(&self, at: usize, active: &[f32; HIDDEN]) -> f32 {
        let mut sum = self.out_bias[at];
        for (weight, unit) in self.out[at].iter().zip(active) {
            sum += weight * unit;
        }
        sum
    }

    /// What goes straight to the answers.
    pub fn straight(&self, rows: &[(u32, f32)]) -> Logits {
        let mut sums = [0.0; ANSWERS];
        for (row, counts) in rows {
            add(&mut sums, &self.straight[*row as usize], *counts);
        }
        sums
    }

    /// The answers for a message.
    pub fn logits(&self, sample: &Sample) -> Logits {
        let (hidden, _) = self.sums(&sample.rows, sample.squares);
        let active = hidden.map(|unit| unit.max(0.0));
        let mut logits: Logits = std::array::from_fn(|at| self.through_hidden(at, &active));
        for (row, counts) in &sample.rows {
            add(&mut logits, &self.straight[*row as usize], *counts);
        }
        logits
    }
}

fn add<const N: usize>(sums: &mut [f32; N], weights: &[f32; N], times: f32) {
    for (sum, weight) in sums.iter_mut().zip(weights) {
        *sum += weight * times;
    }
}
