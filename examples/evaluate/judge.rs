//! Classifies the lines of a file and counts.

use crate::lines::{self, Labelled, Line};
use crate::score::Matrix;
use crate::task::Task;
use std::time::{Duration, Instant};
use webcare::classify::{BuiltIn, Classifier, Polarity, UrgencyLevel};
use webcare::judgement::Confidence;
use webcare::language::{self, Detection, Detector, Language};
use webcare::mention::Mention;

/// What came out for one file.
#[derive(Debug)]
pub(crate) struct Outcome {
    pub(crate) task: Task,
    pub(crate) file: String,
    pub(crate) labelled: Labelled,
    pub(crate) matrix: Matrix,
    pub(crate) micros_per_message: f64,
}

/// Classifies every line of `file`.
pub(crate) fn file(task: Task, file: &str) -> Result<Outcome, String> {
    let labelled = lines::read(task, file)?;
    let mut matrix = Matrix::new(labelled.labels.len());
    let mut spent = Duration::ZERO;
    // The first use compiles the word lists; that is not a matter of one message.
    let warm = Mention::builder("warm").text("Dank, thanks").build().map_err(|e| e.to_string())?;
    let _ = language::BuiltIn::new().detect(warm.text());
    for language in [Language::Dutch, Language::English, Language::Undetermined] {
        let _ = BuiltIn::new().classify(&warm, &Detection::new(language, Confidence::CERTAIN));
    }
    for (index, line) in labelled.lines.iter().enumerate() {
        let mention = Mention::builder(format!("line-{index}"))
            .text(&line.text)
            .build()
            .map_err(|error| format!("{file}: {error}"))?;
        let start = Instant::now();
        let answer = answer(task, line, &mention);
        spent += start.elapsed();
        let answered = answer.map(|label| place(&labelled, label));
        matrix.count(line.label, answered.flatten(), answer == Some("und"));
    }
    let micros = spent.as_secs_f64() * 1e6;
    #[allow(clippy::cast_precision_loss, reason = "files have less than 2^52 lines")]
    let micros_per_message = micros / labelled.lines.len() as f64;
    Ok(Outcome { task, file: file.to_owned(), labelled, matrix, micros_per_message })
}

/// The label that the library gives; `None` where it abstains, `und` for a language that
/// could not be told.
fn answer(task: Task, line: &Line, mention: &Mention) -> Option<&'static str> {
    let told = line.lang.as_deref().filter(|_| task != Task::Language);
    let detection = match told {
        Some(code) => Detection::new(Language::from_code(code), Confidence::CERTAIN),
        None => language::BuiltIn::new().detect(&line.text),
    };
    if task == Task::Language {
        return Some(match detection.language() {
            Language::Dutch => "nl",
            Language::English => "en",
            Language::Undetermined => "und",
            _ => "other",
        });
    }
    let judged = BuiltIn::new().classify(mention, &detection);
    match task {
        Task::Sentiment => judged.sentiment().polarity().map(Polarity::as_str),
        Task::Intent => judged.intent().label().map(|label| label.as_str()),
        Task::Urgency => judged.urgency().level().map(UrgencyLevel::as_str),
        Task::Language => None,
    }
}

/// Where an answer stands among the labels of the file.
fn place(labelled: &Labelled, answer: &str) -> Option<usize> {
    let answer = if answer == "und" { "other" } else { answer };
    let known = labelled.labels.iter().position(|label| label == answer);
    if labelled.binary { Some(known.unwrap_or(0)) } else { known }
}
