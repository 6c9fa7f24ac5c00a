//! How the network learns: one example after the other, with steps that become smaller the
//! more a weight was moved (AdaGrad). Features and hidden units are left out by chance.

use super::balance::Balance;
use super::chance::Chance;
use super::example::{Example, Label, Task};
use super::network::{Logits, Network};
use super::samples::{Sample, Samples};
use super::settings::Settings;
use super::sources::OTHER_QUESTIONS;
use std::ops::Range;
use webcare::classify::training::{ANSWERS, HIDDEN};

/// What the sums of squared slopes begin with: the smaller, the larger the first steps.
const FIRST_STRAIGHT: f32 = 1e-2;
const FIRST_HIDDEN: f32 = 1e-1;
const FIRST_OUT: f32 = 1e-1;
/// What is added to a slope's square from the hidden units, so that it is never nothing.
const LEAST_ACTIVE: f32 = 0.1;
/// How much smaller the steps of the constants are.
const BIAS_SHARE: f32 = 0.3;
const HIDDEN_BIAS_RATE: f32 = 0.002;
/// Slopes are shared by the hidden units, of which a few matter at once.
const MATTER: f32 = 4.0;
/// The seeds of the first weights and of the order are this far apart.
const SEEDS_APART: u64 = 7;

/// Trains a network on the examples that may teach.
pub fn learn(
    settings: &Settings,
    examples: &[Example],
    samples: &Samples,
    fold: Option<u64>,
    seed: u64,
) -> Network {
    let taught = (0..examples.len()).filter(|at| examples[*at].teaches(fold));
    let mut order: Vec<usize> = taught.collect();
    let balance = Balance::of(settings, order.iter().map(|at| &examples[*at]));
    let mut learner = Learner::new(settings, samples.rows(), seed);
    for epoch in 0..settings.epochs {
        learner.chance.shuffle(&mut order);
        learner.pace = 1.0 - epoch as f32 / settings.epochs as f32 * settings.slowed;
        for at in &order {
            learner.see(&examples[*at], &samples.all[*at], &balance);
        }
    }
    learner.network
}

struct Learner<'s> {
    settings: &'s Settings,
    network: Network,
    /// Of each row, or answer, the sum of its squared slopes.
    straight: Vec<f32>,
    hidden: Vec<f32>,
    out: Vec<f32>,
    /// Where the answers of each other question begin.
    others: Vec<usize>,
    chance: Chance,
    /// What is left of the steps.
    pace: f32,
    /// The features of the example that were not left out.
    kept: Vec<(u32, f32)>,
    slopes: Vec<f32>,
}

/// An example on its way back.
struct Pass {
    active: [f32; HIDDEN],
    /// The slopes of the hidden units and of the straight answers.
    hidden: [f32; HIDDEN],
    straight: Logits,
    asked: bool,
}

impl<'s> Learner<'s> {
    fn new(settings: &'s Settings, rows: usize, seed: u64) -> Self {
        let network = Network::new(settings, rows, &mut Chance::new(seed + SEEDS_APART));
        let mut others = Vec::with_capacity(OTHER_QUESTIONS.len());
        let mut from = ANSWERS;
        for (_, answers, _) in OTHER_QUESTIONS {
            others.push(from);
            from += answers;
        }
        Self {
            settings,
            straight: vec![FIRST_STRAIGHT; rows],
            hidden: vec![FIRST_HIDDEN; rows],
            out: vec![FIRST_OUT; network.out.len()],
            network,
            others,
            chance: Chance::new(seed),
            pace: 1.0,
            kept: Vec::new(),
            slopes: Vec::new(),
        }
    }

    fn see(&mut self, example: &Example, sample: &Sample, balance: &Balance) {
        self.keep(sample, example.source_row);
        let (hidden, share) = self.network.sums(&self.kept, sample.squares);
        let mut pass = Pass {
            active: hidden.map(|unit| self.activate(unit)),
            hidden: [0.0; HIDDEN],
            straight: [0.0; ANSWERS],
            asked: false,
        };
        let straight = self.network.straight(&self.kept);
        for task in Task::ALL {
            if let Some(label) = example.labels[task as usize] {
                let weight =
                    example.weights[task as usize] * balance.of_label(task, example.source, label);
                self.ask(&mut pass, task.answers(), label, weight, Some(&straight));
            }
        }
        if let Some((question, answer)) = example.other {
            let from = self.others[question];
            let answers = from..from + OTHER_QUESTIONS[question].1;
            self.ask(&mut pass, answers, answer, self.settings.other_questions, None);
        }
        if pass.asked {
            self.step_back(&pass, share);
        }
    }

    /// Keeps most features, so that no weight relies on another, and the source.
    fn keep(&mut self, sample: &Sample, source_row: u32) {
        let drop = self.settings.drop;
        let dropped = (drop * 65_536.0) as u64;
        self.kept.clear();
        for (row, counts) in &sample.rows {
            if self.chance.bits() >= dropped {
                self.kept.push((*row, counts / (1.0 - drop)));
            }
        }
        if source_row > 0 {
            self.kept.push((source_row, 1.0));
        }
    }

    fn activate(&mut self, unit: f32) -> f32 {
        let drop = self.settings.hidden_drop;
        if unit > 0.0 && self.chance.bits() as f32 >= drop * 65_536.0 {
            unit / (1.0 - drop)
        } else {
            0.0
        }
    }

    /// Asks one question, and moves what leads from the hidden units to its answers.
    fn ask(
        &mut self,
        pass: &mut Pass,
        answers: Range<usize>,
        label: Label,
        weight: f32,
        straight: Option<&Logits>,
    ) {
        if weight == 0.0 {
            return;
        }
        pass.asked = true;
        self.slopes.clear();
        for at in answers.clone() {
            let more = straight.map_or(0.0, |straight| straight[at]);
            self.slopes.push(self.network.through_hidden(at, &pass.active) + more);
        }
        slopes(&mut self.slopes, label, weight);
        if straight.is_some() {
            pass.straight[answers.clone()].copy_from_slice(&self.slopes);
        }
        let squares: f32 = pass.active.iter().map(|unit| unit * unit).sum();
        let active = squares / HIDDEN as f32 + LEAST_ACTIVE;
        for (at, slope) in answers.zip(&self.slopes) {
            self.out[at] += slope * slope * active;
            let rate = self.settings.out_rate * self.pace / self.out[at].sqrt();
            let weights = self.network.out[at].iter_mut().zip(&mut pass.hidden);
            for ((weight, back), unit) in weights.zip(&pass.active) {
                *back += slope * *weight;
                *weight -= rate * slope * unit;
            }
            self.network.out_bias[at] -= rate * slope * BIAS_SHARE;
        }
    }

    /// Moves what leads from the features of the example.
    fn step_back(&mut self, pass: &Pass, share: f32) {
        let kept = 1.0 - self.settings.hidden_drop;
        let mut hidden = pass.hidden;
        for (slope, active) in hidden.iter_mut().zip(&pass.active) {
            *slope = if *active > 0.0 { *slope / kept } else { 0.0 };
        }
        let steep = squared(&hidden) / HIDDEN as f32 * MATTER;
        let straight_steep = squared(&pass.straight);
        for (bias, slope) in self.network.hidden_bias.iter_mut().zip(&hidden) {
            *bias -= HIDDEN_BIAS_RATE * self.pace * slope;
        }
        for (row, counts) in &self.kept {
            let row = *row as usize;
            let counted = counts * share;
            self.hidden[row] += steep * counted * counted;
            let rate = self.settings.hidden_rate * self.pace / self.hidden[row].sqrt();
            for (weight, slope) in self.network.hidden[row].iter_mut().zip(&hidden) {
                *weight -= rate * slope * counted;
            }
            if straight_steep > 0.0 {
                self.straight[row] += straight_steep * counts * counts;
                let rate = self.settings.rate * self.pace / self.straight[row].sqrt();
                for (weight, slope) in self.network.straight[row].iter_mut().zip(&pass.straight) {
                    *weight -= rate * slope * counts;
                }
            }
        }
    }
}

fn squared(slopes: &[f32]) -> f32 {
    slopes.iter().map(|slope| slope * slope).sum()
}

/// From answers to the slopes of the loss: what was said, less what may be right, shared
/// out as it was said.
fn slopes(answers: &mut [f32], label: Label, weight: f32) {
    let most = answers.iter().copied().fold(f32::MIN, f32::max);
    for answer in answers.iter_mut() {
        *answer = (*answer - most).exp();
    }
    let sum: f32 = answers.iter().sum();
    for answer in answers.iter_mut() {
        *answer /= sum;
    }
    let right = (0..answers.len()).filter(|at| label.allows(*at)).map(|at| answers[at]);
    let right = right.sum::<f32>().max(1e-9);
    for (at, answer) in answers.iter_mut().enumerate() {
        let truth = if label.allows(at) { *answer / right } else { 0.0 };
        *answer = (*answer - truth) * weight;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn slopes_lead_from_what_was_said_to_what_is_right() {
        let mut answers = [0.0, 0.0, 2.0_f32.ln()];
        slopes(&mut answers, Label::only(0), 2.0);
        let expected = [-1.5, 0.5, 1.0];
        assert!(answers.iter().zip(expected).all(|(a, b)| (a - b).abs() < 1e-6), "{answers:?}");

        let mut answers = [0.0, 0.0, 2.0_f32.ln()];
        slopes(&mut answers, Label::one_of(&[0, 2]), 1.0);
        let expected = [0.25 - 1.0 / 3.0, 0.25, 0.5 - 2.0 / 3.0];
        assert!(answers.iter().zip(expected).all(|(a, b)| (a - b).abs() < 1e-6), "{answers:?}");
    }
}
