//! The model of the stage `language`.

mod desk;
mod export;
mod figures;
mod lessons;
mod lists;
mod peers;
mod sources;
mod vocabulary;
mod weights;

use crate::folds::FOLDS;
use crate::texts::folder;
use figures::{Asked, Figures};
use lessons::Lessons;
use sources::Sample;
use std::collections::HashSet;
use std::path::Path;
use vocabulary::Words;
use webcare::language::training::{LENGTHS, words};
use weights::Weights;

/// What was chosen by measuring; MODEL_CARD.md says what else was tried.
#[derive(Clone, Debug)]
pub struct Settings {
    /// The pieces share two to the power of so many rows.
    pub bits: u32,
    /// How many words are listed.
    pub words: usize,
    /// How often a word must occur to be listed.
    pub least: f64,
    pub epochs: usize,
    pub rate: f32,
    pub decay: f32,
    /// How many thousand texts a pass has of Dutch and of English.
    pub ours: f64,
    /// How many of each other language.
    pub other: f64,
    /// How many of the languages without weights.
    pub open: f64,
    /// How often a text may occur in one pass.
    pub most_often: usize,
    /// How often a text is read whole; else a piece of it.
    pub whole: f64,
    /// How often a listed word is read by its spelling alone.
    pub forget: f64,
    pub typos: f64,
    /// How often a frequent word that is drawn alone is learnt: a few frequent words would
    /// else teach most of how words are spelt.
    pub common: f64,
    /// How much less probable other languages are among a desk's messages of one, two, three
    /// and more words than among the lessons: a logarithm.
    pub expected: [f32; LENGTHS],
    /// How much less probable still Afrikaans is, which few write to these desks and which
    /// lies so close to Dutch that this tells.
    pub close: f32,
    pub loud: bool,
}

impl Settings {
    fn chosen() -> Self {
        Self {
            bits: 15,
            words: 12_000,
            least: 3.0,
            epochs: 6,
            rate: 0.1,
            decay: 0.0,
            ours: 60.0,
            other: 9.0,
            open: 8.0,
            most_often: 6,
            whole: 0.4,
            forget: 0.2,
            typos: 0.02,
            common: 0.25,
            expected: [-2.2, -1.0, -0.5, 0.3],
            close: -1.5,
            loud: false,
        }
    }
}

/// Trains, measures and writes `data/language/model.bin`.
pub fn run(options: &[&str]) -> Result<(), String> {
    let settings = Settings::chosen();
    let folder = folder()?;
    let samples = sources::all(&folder)?;
    let lists = Path::new(env!("CARGO_MANIFEST_DIR")).join("lists/language");
    let neutral = lists::neutral(&lists)?;
    let counted = sources::counted(&samples);
    println!("{counted}");
    let mut heat = 1.0;
    if !options.contains(&"--only-final") {
        let parts = cross_validate(&settings, &samples, &neutral);
        let asked: Vec<Asked> = parts.into_iter().flatten().collect();
        heat = figures::heat(&asked);
        println!("heat {heat:.3}");
        Figures::of(&asked).print();
    }
    if options.contains(&"--only-folds") {
        return Ok(());
    }
    let all: Vec<&Sample> = samples.iter().collect();
    let model = train(&settings, &all, &neutral, heat, &counted);
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../data/language/model.bin");
    std::fs::write(&path, &model).map_err(|e| format!("{}: {e}", path.display()))?;
    println!("{} bytes", model.len());
    if options.contains(&"--peers") {
        peers::print(&model, &samples);
    }
    desk::ask(&folder, &model)
}

fn train(
    settings: &Settings,
    samples: &[&Sample],
    neutral: &[String],
    heat: f32,
    sources: &str,
) -> Vec<u8> {
    let words = Words::choose(samples, neutral, settings.words, settings.least);
    let mut lessons = Lessons::new(samples, 7);
    let weights = Weights::learn(settings, &words, &mut lessons);
    export::file(settings, &words, &weights, heat, sources)
}

/// For each part of the texts: what a model says of it that has not seen it.
fn cross_validate(settings: &Settings, samples: &[Sample], neutral: &[String]) -> Vec<Vec<Asked>> {
    let folds: Vec<u64> = (0..FOLDS).collect();
    let mut parts: Vec<Vec<Asked>> = Vec::new();
    for pair in folds.chunks(2) {
        std::thread::scope(|scope| {
            let work = |fold: u64| {
                scope.spawn(move || {
                    let held: Vec<&Sample> = samples.iter().filter(|s| s.fold == fold).collect();
                    let learnt = without_words_of(samples, &held, fold);
                    let model = train(settings, &learnt, neutral, 1.0, "");
                    figures::ask(&model, &held)
                })
            };
            let running: Vec<_> = pair.iter().map(|fold| work(*fold)).collect();
            parts.extend(running.into_iter().filter_map(|part| part.join().ok()));
        });
    }
    parts
}

/// What a model may learn from that is asked `held`: not these, and none of the set from
/// whose sentences the single words were cut where one of these words stands in it.
fn without_words_of<'s>(samples: &'s [Sample], held: &[&Sample], fold: u64) -> Vec<&'s Sample> {
    let single = |sample: &&&Sample| sample.kind == "single-words";
    let asked: HashSet<String> =
        held.iter().filter(single).map(|sample| sample.text.to_lowercase()).collect();
    let tells = |sample: &Sample| {
        let same_set = matches!(sample.kind.as_str(), "sentences" | "word-pairs");
        same_set && words(&sample.text).any(|word| asked.contains(&word.to_lowercase()))
    };
    samples.iter().filter(|sample| sample.fold != fold && !tells(sample)).collect()
}
