//! The peers on the same texts, in the same run.

use super::figures::{code, group};
use super::sources::Sample;
use lingua::{LanguageDetector, LanguageDetectorBuilder};
use std::time::Instant;
use webcare::language::training::{Model, With};

/// The sets that are compared.
const SETS: [(&str, &str); 5] = [
    ("lang/tweets_2012_train.jsonl", ""),
    ("lang/lingua_half.jsonl", "single-words"),
    ("lang/lingua_half.jsonl", "sentences"),
    ("lang/tatoeba.jsonl", ""),
    ("nl/flemish_tweets_unlabelled.jsonl", ""),
];

/// Lingua is slow: of each set so many texts are asked, spread evenly.
const MOST: usize = 1_500;

/// Prints how often each is right about Dutch, English and other, with the time a text takes.
/// The time of `model` is comparable; how often it is right is not, as it has seen the texts.
pub fn print(model: &[u8], samples: &[Sample]) {
    let lingua_of = |builder: &mut LanguageDetectorBuilder| builder.build();
    let two = lingua_of(&mut LanguageDetectorBuilder::from_languages(&[
        lingua::Language::Dutch,
        lingua::Language::English,
    ]));
    let all = lingua_of(&mut LanguageDetectorBuilder::from_all_languages());
    let Some(model) = Model::of(model) else { return };
    println!(
        "| set | which texts | whatlang | whichlang | lingua nl, en | lingua all | this, time |"
    );
    println!("|---|---|--:|--:|--:|--:|--:|");
    for (set, kind) in SETS {
        for ours in [true, false] {
            let of_set = |s: &&Sample| s.set == set && s.kind == kind && (!ours || s.language < 2);
            let texts: Vec<&Sample> = samples.iter().filter(of_set).collect();
            let step = texts.len().div_ceil(MOST).max(1);
            let texts: Vec<&Sample> = texts.into_iter().step_by(step).collect();
            let cells = [
                measured(&texts, &whatlang),
                measured(&texts, &|text| {
                    three(whichlang::detect_language(text).three_letter_code())
                }),
                measured(&texts, &|text| lingua(&two, text)),
                measured(&texts, &|text| lingua(&all, text)),
                measured(&texts, &|text| short(With(model).judge(text).language().as_str())),
            ];
            let which = if ours { "nl and en" } else { "all" };
            println!("| {set} {kind} | {which}, {} | {} |", texts.len(), cells.join(" | "));
        }
    }
}

fn measured(texts: &[&Sample], detect: &dyn Fn(&str) -> &'static str) -> String {
    for sample in texts.iter().take(100) {
        detect(&sample.text);
    }
    let started = Instant::now();
    let right = texts.iter().filter(|s| detect(&s.text) == group(code(s.language))).count();
    let micros = started.elapsed().as_secs_f64() * 1e6 / texts.len().max(1) as f64;
    format!("{:.4}, {micros:.2} µs", right as f64 / texts.len().max(1) as f64)
}

fn short(code: &str) -> &'static str {
    match code {
        "nl" => "nl",
        "en" => "en",
        _ => "other",
    }
}

fn three(code: &str) -> &'static str {
    match code {
        "nld" => "nl",
        "eng" => "en",
        _ => "other",
    }
}

fn whatlang(text: &str) -> &'static str {
    whatlang::detect_lang(text).map_or("other", |lang| three(lang.code()))
}

fn lingua(detector: &LanguageDetector, text: &str) -> &'static str {
    match detector.detect_language_of(text) {
        Some(lingua::Language::Dutch) => "nl",
        Some(lingua::Language::English) => "en",
        _ => "other",
    }
}
