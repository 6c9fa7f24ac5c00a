//! The model of sentiment, intent and urgency.

mod balance;
mod calibration;
mod chance;
mod compact;
#[cfg(test)]
mod corpus_check;
mod confusion;
mod cross;
mod example;
mod export;
mod learning;
mod lexicon;
mod network;
mod pool;
mod samples;
mod settings;
mod sources;
mod written;

pub use calibration::Calibration;
pub use confusion::Confusion;
pub use cross::{Answered, each_fold};
pub use example::{Example, Role, Task};
pub use lexicon::public_dutch;
pub use network::Network;
pub use samples::tongue;

use crate::texts::folder;
use compact::Compact;
use lexicon::Lexicon;
use samples::Samples;
use settings::Settings;
use std::collections::BTreeMap;
use std::path::Path;

/// The seed of the model that ships; those that judge it have the number of their part.
const FINAL_SEED: u64 = 99;

/// Everything that is learnt from and asked.
pub struct Material {
    settings: Settings,
    pub examples: Vec<Example>,
    lexicon: Lexicon,
    samples: Samples,
}

impl Material {
    /// Reads all sources.
    pub fn read(data: &Path) -> Result<Self, String> {
        let settings = Settings::chosen();
        let lexicon = Lexicon::read(data)?;
        let examples = sources::all(data, &settings)?.into_examples();
        let samples = samples::samples(&examples, &lexicon, settings.least);
        Ok(Self { settings, examples, lexicon, samples })
    }

    /// A network that has not seen part `fold`, or that has seen all.
    pub fn learn(&self, fold: Option<u64>) -> Network {
        let seed = fold.unwrap_or(FINAL_SEED);
        learning::learn(&self.settings, &self.examples, &self.samples, fold, seed)
    }

    /// The file of a network.
    pub fn file(&self, network: &Network, calibration: &Calibration) -> Vec<u8> {
        let compact = Compact::of(network, &self.samples, &self.examples, &self.settings);
        let note = self.note(&compact);
        export::file(&note, network, &compact, calibration, &self.lexicon)
    }

    /// What fed the model, for its file: a line for each source.
    fn note(&self, compact: &Compact) -> String {
        let (words, rows) = (compact.words.len(), compact.features.len());
        let mut note =
            format!("{words} words and {rows} other rows of {} features", self.samples.keys.len());
        for (source, count) in self.taught() {
            note += &format!("\n{count} {source}");
        }
        note
    }

    /// What a network answers about part `fold`.
    pub fn ask(&self, network: &Network, fold: u64) -> Vec<Answered> {
        let held = |example: &Example| example.role == Role::Asked && example.fold == fold;
        let asked = (0..self.examples.len()).filter(|at| held(&self.examples[*at]));
        let answer = |example: usize| {
            let logits = network.logits(&self.samples.all[example]);
            Answered { example, logits }
        };
        asked.map(answer).collect()
    }

    /// How many examples each source taught, by its short name.
    pub fn taught(&self) -> BTreeMap<&'static str, usize> {
        let mut counts = BTreeMap::new();
        for example in self.examples.iter().filter(|example| example.role != Role::Test) {
            *counts.entry(example.source).or_default() += 1;
        }
        counts
    }
}

/// Trains, measures and writes `data/classify/model.bin`.
pub fn run(options: &[&str]) -> Result<(), String> {
    let material = Material::read(&folder()?)?;
    let (examples, rows) = (&material.examples, material.samples.rows());
    println!("{} examples, {rows} rows", examples.len());
    let folds = each_fold(|fold| material.ask(&material.learn(Some(fold)), fold));
    let answers = || folds.iter().flatten();
    let calibration = Calibration::of(examples, answers());
    println!("{calibration:?}");
    print(examples, &calibration, answers());
    if options.contains(&"--only-folds") {
        return Ok(());
    }
    let network = material.learn(None);
    let file = material.file(&network, &calibration);
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../data/classify/model.bin");
    std::fs::write(&path, &file).map_err(|e| format!("{}: {e}", path.display()))?;
    println!("{} bytes", file.len());
    Ok(())
}

/// Prints the figures of each set in short; `accuracy` has all.
fn print<'a>(
    examples: &[Example],
    calibration: &Calibration,
    answers: impl Iterator<Item = &'a Answered>,
) {
    let mut sets: BTreeMap<(Task, &str), Confusion> = BTreeMap::new();
    for answered in answers {
        let example = &examples[answered.example];
        for task in Task::ALL.into_iter().filter(|task| example.judges[*task as usize]) {
            let (found, _) = calibration.answer(task, !example.dutch, &answered.logits);
            let set = (task, example.source);
            if let Some((right, found)) = example.asked(task, found) {
                sets.entry(set).or_default().add(right, found);
            }
        }
    }
    for ((task, source), set) in sets {
        let (recall, precision) = set.at_least(2);
        println!(
            "{:<9} {source:<16} {:>5}: accuracy {:.3}, macro recall {:.3}, macro F1 {:.3}, \
             F1 of {} {:.3}, kappa {:.3}, from the third on: recall {recall:.3}, precision \
             {precision:.3}",
            task.name(),
            set.count(),
            set.accuracy(),
            set.macro_recall(),
            set.macro_f1(),
            task.names()[0],
            set.f1(0),
            set.quadratic_kappa(),
        );
    }
}
