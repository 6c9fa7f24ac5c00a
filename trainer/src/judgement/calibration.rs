//! How sharp the answers are, so that they tell probabilities, and where the levels of
//! urgency begin: by what models answered about messages that they had not seen.

use super::confusion::{Confusion, harmonic};
use super::cross::Answered;
use super::example::{Example, Task};
use super::settings::LEANS;
use std::collections::BTreeMap;

/// For each judgement in Dutch and English what the answers are divided by; for each
/// language where normal, high and critical begin on a scale of 0 to 3.
#[derive(Clone, Copy, Debug)]
pub struct Calibration {
    pub temperatures: [f32; 6],
    pub steps: [f32; 6],
}

/// How much the recall of high and critical counts beside the agreement as a whole.
const HASTE_COUNTS: f64 = 0.5;
/// Missing one is twice as bad as a false one.
const BETA: f64 = 2.0;
/// The steps are looked for in twentieths, at least so far apart.
const STEP: f32 = 0.05;
const APART: f32 = 0.2;

impl Calibration {
    /// By the answers about customers' messages with all labels.
    pub fn of<'a>(
        examples: &[Example],
        answers: impl Iterator<Item = &'a Answered> + Clone,
    ) -> Self {
        let mut calibration =
            Self { temperatures: [1.0; 6], steps: [0.5, 1.5, 2.4, 0.5, 1.5, 2.4] };
        for english in [false, true] {
            let ours = answers.clone().filter(|answered| {
                let example = &examples[answered.example];
                example.is_customer() && example.dutch != english
            });
            for task in Task::ALL {
                let known: Vec<(usize, Vec<f32>)> = ours
                    .clone()
                    .filter_map(|answered| {
                        let right = examples[answered.example].answer(task)?;
                        Some((right, leaning(task, english, &answered.logits)))
                    })
                    .collect();
                calibration.temperatures[place(task, english)] = temperature(&known);
            }
            let heat = calibration.temperatures[place(Task::Urgency, english)];
            let mut by_source: BTreeMap<&str, Vec<(usize, f32)>> = BTreeMap::new();
            for answered in ours {
                let example = &examples[answered.example];
                if let Some(right) = example.answer(Task::Urgency) {
                    let chances = chances(&leaning(Task::Urgency, english, &answered.logits), heat);
                    by_source.entry(example.source).or_default().push((right, expected(&chances)));
                }
            }
            let from = if english { 3 } else { 0 };
            calibration.steps[from..from + 3].copy_from_slice(&steps(&by_source));
        }
        calibration
    }

    /// The answer to a question, and how probable it is.
    pub fn answer(&self, task: Task, english: bool, logits: &[f32]) -> (usize, f32) {
        let leaning = leaning(task, english, logits);
        let chances = chances(&leaning, self.temperatures[place(task, english)]);
        let best = if task == Task::Urgency {
            let from = if english { 3 } else { 0 };
            let steps = [self.steps[from], self.steps[from + 1], self.steps[from + 2]];
            level(expected(&chances), steps)
        } else {
            (0..chances.len()).max_by(|a, b| chances[*a].total_cmp(&chances[*b])).unwrap_or(0)
        };
        (best, chances[best])
    }
}

const fn place(task: Task, english: bool) -> usize {
    task as usize * 2 + english as usize
}

/// The answers to a question, with what each leans to.
fn leaning(task: Task, english: bool, logits: &[f32]) -> Vec<f32> {
    let leans = &LEANS[usize::from(english)][task.answers()];
    logits[task.answers()].iter().zip(leans).map(|(answer, lean)| answer + lean).collect()
}

/// Probabilities from answers.
fn chances(logits: &[f32], temperature: f32) -> Vec<f32> {
    let most = logits.iter().copied().fold(f32::MIN, f32::max);
    let powers: Vec<f32> = logits.iter().map(|it| ((it - most) / temperature).exp()).collect();
    let sum: f32 = powers.iter().sum();
    powers.into_iter().map(|power| power / sum).collect()
}

/// The temperature at which the right answers are the most probable.
fn temperature(known: &[(usize, Vec<f32>)]) -> f32 {
    let loss = |temperature: f32| -> f64 {
        let loss = |(right, logits): &(usize, Vec<f32>)| {
            f64::from(-chances(logits, temperature)[*right].max(1e-6).ln())
        };
        known.iter().map(loss).sum()
    };
    let tried = (4..60).map(|tenths| tenths as f32 * 0.1);
    tried.min_by(|a, b| loss(*a).total_cmp(&loss(*b))).unwrap_or(1.0)
}

/// The expected level, 0 to 3.
fn expected(chances: &[f32]) -> f32 {
    chances[1] + 2.0 * chances[2] + 3.0 * chances[3]
}

fn level(expected: f32, steps: [f32; 3]) -> usize {
    steps.iter().position(|step| expected < *step).unwrap_or(steps.len())
}

/// The steps with which the levels agree best, each source counting the same.
fn steps(by_source: &BTreeMap<&str, Vec<(usize, f32)>>) -> [f32; 3] {
    let score = |steps: [f32; 3]| -> f64 {
        let of_source = |messages: &Vec<(usize, f32)>| {
            let mut confusion = Confusion::default();
            for (right, expected) in messages {
                confusion.add(*right, level(*expected, steps));
            }
            let (recall, precision) = confusion.at_least(2);
            confusion.quadratic_kappa() + HASTE_COUNTS * harmonic(precision, recall, BETA)
        };
        by_source.values().map(of_source).sum()
    };
    let mut best = ([0.5, 1.5, 2.4], 0.0);
    for normal in 6..18 {
        for high in 20..38 {
            for critical in 38..57 {
                let steps = [normal, high, critical].map(|step| step as f32 * STEP);
                let apart = steps[1] > steps[0] + APART && steps[2] > steps[1] + APART;
                if apart && score(steps) > best.1 {
                    best = (steps, score(steps));
                }
            }
        }
    }
    best.0
}
