//! Multinomial logistic regression over words and pieces of words.

use super::Settings;
use super::lessons::{Lesson, Lessons};
use super::vocabulary::Words;
use webcare::language::training::{LANGUAGES, LENGTHS, length, share};

/// A row of weights, relative to a language that has none.
pub type Row = [f32; LANGUAGES];

/// The weights while they are learnt.
#[derive(Debug)]
pub struct Weights {
    /// First the pieces, then the listed words.
    pub rows: Vec<Row>,
    /// How much each row was moved.
    moved: Vec<f32>,
    pub before: [[f32; LANGUAGES + 1]; LENGTHS],
}

impl Weights {
    /// Learns from lessons.
    pub fn learn(settings: &Settings, words: &Words, lessons: &mut Lessons<'_>) -> Self {
        let rows = (1 << settings.bits) + words.len();
        let mut weights = Self {
            rows: vec![[0.0; LANGUAGES]; rows],
            moved: vec![1e-4; rows],
            before: [[0.0; LANGUAGES + 1]; LENGTHS],
        };
        for epoch in 0..settings.epochs {
            let done = epoch as f32 / settings.epochs as f32;
            let rate = settings.rate * (1.0 - done);
            let mut loss = 0.0;
            let mut count = 0.0;
            lessons.each(settings, words, &mut |lesson| {
                loss += f64::from(weights.step(lesson, rate, settings.decay));
                count += 1.0;
            });
            if settings.loud {
                eprintln!("epoch {epoch}: loss {:.4}", loss / count);
            }
        }
        weights
    }

    /// One step along the gradient; the loss before it.
    fn step(&mut self, lesson: &Lesson, rate: f32, decay: f32) -> f32 {
        let share = share(lesson.words);
        let mut sum = [0.0; LANGUAGES];
        for &place in &lesson.places {
            for (sum, weight) in sum.iter_mut().zip(&self.rows[place as usize]) {
                *sum += weight;
            }
        }
        let before = &mut self.before[length(lesson.words)];
        let mut chances = *before;
        for (chance, sum) in chances.iter_mut().zip(sum) {
            *chance += sum * share;
        }
        softmax(&mut chances);
        let loss = -chances[lesson.language].max(1e-9).ln();
        let mut error = chances;
        error[lesson.language] -= 1.0;
        for (before, error) in before.iter_mut().zip(error) {
            *before -= 0.02 * rate * error;
        }
        let mut gradient = [0.0; LANGUAGES];
        let mut size = 0.0;
        for (gradient, error) in gradient.iter_mut().zip(error) {
            *gradient = error * share;
            size += *gradient * *gradient;
        }
        for &place in &lesson.places {
            let moved = &mut self.moved[place as usize];
            *moved += size;
            let step = rate / moved.sqrt();
            for (weight, gradient) in self.rows[place as usize].iter_mut().zip(gradient) {
                *weight -= step * (gradient + decay * *weight);
            }
        }
        loss
    }
}

fn softmax(logits: &mut [f32; LANGUAGES + 1]) {
    let best = logits.iter().copied().fold(f32::NEG_INFINITY, f32::max);
    let mut sum = 0.0;
    for logit in logits.iter_mut() {
        *logit = (*logit - best).exp();
        sum += *logit;
    }
    for logit in logits {
        *logit /= sum;
    }
}
