//! How often the answers are right, by set.

use super::sources::Sample;
use std::collections::BTreeMap;
use webcare::language::training::{CODES, LANGUAGES, Model, OPEN, With, chances};

/// A text that a model was asked which had not seen it.
#[derive(Clone, Debug)]
pub struct Asked {
    set: String,
    language: usize,
    found: String,
    confidence: f32,
    /// How probable each language was.
    logits: [f32; LANGUAGES + 1],
}

/// What is neither Dutch nor English is one.
pub fn group(code: &str) -> &str {
    match code {
        "nl" | "en" => code,
        _ => "other",
    }
}

pub fn code(language: usize) -> &'static str {
    if language == OPEN { "other" } else { CODES[language] }
}

/// Asks a model.
pub fn ask(bytes: &[u8], held: &[&Sample]) -> Vec<Asked> {
    let Some(model) = Model::of(bytes) else { return Vec::new() };
    let asked = held.iter().map(|sample| {
        let found = With(model).judge(&sample.text);
        Asked {
            set: format!("{} {}", sample.set, sample.kind),
            language: sample.language,
            found: found.language().as_str().to_owned(),
            confidence: found.confidence().get(),
            logits: chances(&model, &sample.text).map(|chance| chance.max(1e-9).ln()),
        }
    });
    asked.collect()
}

/// The three groups' chances at a heat.
fn at(logits: &[f32; LANGUAGES + 1], heat: f32) -> [f32; 3] {
    let powers = logits.map(|logit| (logit / heat).exp());
    let sum: f32 = powers.iter().sum();
    let [dutch, english] = [powers[0] / sum, powers[1] / sum];
    [dutch, english, 1.0 - dutch - english]
}

/// The heat at which the chances of whole texts are right: with the least loss. Single words
/// are left out: how many of them are Dutch or English is our expectation, not the sets'.
pub fn heat(asked: &[Asked]) -> f32 {
    let part = ["single-words", "word-pairs", "list"];
    let whole = asked.iter().filter(|asked| !part.iter().any(|part| asked.set.ends_with(part)));
    let whole: Vec<&Asked> = whole.collect();
    let loss = |heat: f32| -> f64 {
        let losses = whole.iter().map(|asked| {
            let chances = at(&asked.logits, heat);
            f64::from(-chances[asked.language.min(2)].max(1e-6).ln())
        });
        losses.sum()
    };
    let heats = (10..60).map(|step| step as f32 / 20.0);
    heats.min_by(|a, b| loss(*a).total_cmp(&loss(*b))).unwrap_or(1.0)
}

/// The figures of one set.
#[derive(Clone, Debug, Default)]
struct Set {
    right: usize,
    exact: usize,
    undetermined: usize,
    count: usize,
    ours: (usize, usize),
    bins: [(usize, f64, usize); 10],
}

impl Set {
    fn add(&mut self, asked: &Asked) {
        let right = group(code(asked.language)) == group(&asked.found);
        self.count += 1;
        self.right += usize::from(right);
        self.exact += usize::from(code(asked.language) == asked.found);
        if asked.language < 2 {
            self.ours.1 += 1;
            self.ours.0 += usize::from(right);
        }
        if asked.found == "und" {
            self.undetermined += 1;
        } else {
            let bin = &mut self.bins[((asked.confidence * 10.0) as usize).min(9)];
            bin.0 += 1;
            bin.1 += f64::from(asked.confidence);
            bin.2 += usize::from(right);
        }
    }

    /// How far confidence and truth are apart, on average.
    fn calibration_error(&self) -> f64 {
        let answered: usize = self.bins.iter().map(|bin| bin.0).sum();
        let apart = |bin: &(usize, f64, usize)| (bin.1 - bin.2 as f64).abs();
        self.bins.iter().map(apart).sum::<f64>() / answered.max(1) as f64
    }
}

/// The figures of all sets.
#[derive(Debug, Default)]
pub struct Figures(BTreeMap<String, Set>);

impl Figures {
    /// Of answers.
    pub fn of(asked: &[Asked]) -> Self {
        let mut sets: BTreeMap<String, Set> = BTreeMap::new();
        for asked in asked {
            sets.entry(asked.set.clone()).or_default().add(asked);
            sets.entry("all".to_owned()).or_default().add(asked);
        }
        Self(sets)
    }

    /// Prints a line for each set.
    pub fn print(&self) {
        println!("| set | texts | nl/en/other | nl and en | code | undetermined | calibration |");
        println!("|---|--:|--:|--:|--:|--:|--:|");
        for (name, set) in &self.0 {
            let share = |part: usize, of: usize| part as f64 / of.max(1) as f64;
            println!(
                "| {name} | {} | {:.4} | {:.4} | {:.4} | {} | {:.4} |",
                set.count,
                share(set.right, set.count),
                share(set.ours.0, set.ours.1),
                share(set.exact, set.count),
                set.undetermined,
                set.calibration_error(),
            );
        }
    }
}
