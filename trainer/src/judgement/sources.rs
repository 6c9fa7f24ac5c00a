//! Where the examples come from, and what the labels of each source mean here.

use super::example::{Label, Labels, Role, Task};
use super::pool::Pool;
use super::settings::Settings;
use super::written::{self, Given};
use crate::texts::{rows, text};
use serde_json::Value;
use std::collections::HashMap;
use std::path::Path;

/// What is the same for all texts of a source.
#[derive(Clone, Copy, Debug)]
pub struct Source {
    pub name: &'static str,
    pub role: Role,
    /// How much its labels count, by task.
    pub weights: [f32; 3],
    /// Which of its labels are good enough to judge a model by.
    pub judges: [bool; 3],
    /// Whether its texts are like those that the model is for. A source that is not has a
    /// row of its own while the model learns, which takes up its habits.
    pub alike: bool,
}

const SENTIMENT_ONLY: [bool; 3] = [true, false, false];

impl Source {
    const fn lesson(name: &'static str, weight: f32) -> Self {
        let judges = [false; 3];
        Self { name, role: Role::Lesson, weights: [weight; 3], judges, alike: false }
    }

    const fn asked(self) -> Self {
        Self { role: Role::Asked, judges: SENTIMENT_ONLY, ..self }
    }

    const fn test(name: &'static str) -> Self {
        Self { role: Role::Test, judges: SENTIMENT_ONLY, ..Self::lesson(name, 1.0) }
    }

    const fn customers(name: &'static str, weight: f32) -> Self {
        let role = Role::Asked;
        Self { name, role, weights: [weight; 3], judges: [true; 3], alike: true }
    }
}

/// Sets with one label, in the order in which they are read: those that test come first,
/// so that their texts are learnt from nowhere.
const TESTS: [(&str, Source); 3] = [
    ("en/semeval2017_test", Source::test("semeval2017_test")),
    ("en/semeval2013_sms", Source::test("semeval2013_sms")),
    ("en/semeval2014_livejournal", Source::test("semeval2014_livejournal")),
];

const ENGLISH: [(&str, Source); 4] = [
    ("en/semeval2017_train", Source::lesson("semeval_train", 1.0)),
    ("en/vader_tweets", Source::lesson("vader_tweets", 1.0)),
    ("en/vader_amazon", Source::lesson("vader_amazon", 1.0)),
    ("en/vader_nyt", Source::lesson("vader_nyt", 0.5)),
];

const DUTCH: [(&str, Source); 4] = [
    ("nl/headlines", Source::lesson("headlines", 0.7).asked()),
    ("nl/book_reviews", Source::lesson("book", 0.7).asked()),
    ("nl/subtitles_sentiment", Source::lesson("subtitles", 0.3)),
    ("nl/restaurant_sentences_train", Source::lesson("restaurant", 1.0).asked()),
];

/// Questions that only teach the hidden units: the set, the number of its answers, and
/// whether it is Dutch.
pub const OTHER_QUESTIONS: [(&str, usize, bool); 7] = [
    ("en/goemotions", 28, false),
    ("en/banking77", 77, false),
    ("en/irony", 2, false),
    ("en/politeness", 3, false),
    ("en/disaster_priority_train", 3, false),
    ("en/tweet_acts", 7, false),
    ("nl/subtitles_emotion", 8, true),
];

/// All examples of the folder `data`, and what was written for the project.
pub fn all(data: &Path, settings: &Settings) -> Result<Pool, String> {
    let mut pool = Pool::default();
    let given = written::given()?;
    one_label(&mut pool, data, &TESTS, false)?;
    customers(&mut pool, data, settings.customers)?;
    complaints(&mut pool, data, settings, &given)?;
    flemish(&mut pool, data, settings, &given)?;
    for message in written::messages()? {
        let name = if message.hard { "corpus_hard" } else { "corpus" };
        let source = Source::customers(name, settings.written);
        pool.add(&source, &message.text, message.is_dutch(), message.labels);
    }
    one_label(&mut pool, data, &ENGLISH, false)?;
    intents(&mut pool, data, settings)?;
    one_label(&mut pool, data, &DUTCH, true)?;
    other_questions(&mut pool, data)?;
    Ok(pool)
}

fn set(data: &Path, name: &str) -> Result<Vec<Value>, String> {
    rows(&data.join(format!("{name}.jsonl")))
}

fn one_label(
    pool: &mut Pool,
    data: &Path,
    sets: &[(&str, Source)],
    dutch: bool,
) -> Result<(), String> {
    for (name, source) in sets {
        for row in set(data, name)? {
            let label = Task::Sentiment.label(text(&row, "label"));
            pool.add(source, text(&row, "text"), dutch, [label, None, None]);
        }
    }
    Ok(())
}

/// Messages of customers; each judgement has a file of its own.
fn customers(pool: &mut Pool, data: &Path, weight: f32) -> Result<(), String> {
    for (name, short) in [("nl", "desk_nl"), ("en", "desk_en"), ("written", "desk_written")] {
        let mut messages: Vec<(Value, Labels)> = Vec::new();
        let mut places: HashMap<String, usize> = HashMap::new();
        for task in Task::ALL {
            for row in set(data, &format!("desk/{name}_{}", task.name()))? {
                let label = task.label(text(&row, "label"));
                let id = text(&row, "id").to_owned();
                let at = *places.entry(id).or_insert(messages.len());
                if at == messages.len() {
                    messages.push((row, [None; 3]));
                }
                messages[at].1[task as usize] = label;
            }
        }
        let source = Source::customers(short, weight);
        for (row, labels) in messages {
            let language = row.get("lang").and_then(Value::as_str);
            let dutch = language.unwrap_or(if name == "nl" { "nl" } else { "en" }) == "nl";
            pool.add(&source, text(&row, "text"), dutch, labels);
        }
    }
    Ok(())
}

/// Whether messages complain, with the labels that were given to them for the project.
fn complaints(
    pool: &mut Pool,
    data: &Path,
    settings: &Settings,
    given: &Given,
) -> Result<(), String> {
    let source = Source {
        weights: [settings.labelled, settings.customers, settings.labelled],
        judges: [false, true, false],
        ..Source::customers("complaints_half", 0.0)
    };
    for row in set(data, "en/complaints_half")? {
        let [sentiment, intent, urgency] = given.get(text(&row, "id")).copied().unwrap_or_default();
        let complaint = complaint(text(&row, "label"));
        let intent = match complaint {
            Some(label) if !label.is_sure() => {
                intent.filter(|intent| !intent.allows(0)).or(complaint)
            }
            sure => sure,
        };
        pool.add(&source, text(&row, "text"), false, [sentiment, intent, urgency]);
    }
    Ok(())
}

/// Flemish tweets with labels that were given to them for the project.
fn flemish(pool: &mut Pool, data: &Path, settings: &Settings, given: &Given) -> Result<(), String> {
    let rest = settings.flemish * settings.flemish_rest;
    let source = Source {
        weights: [settings.flemish, rest, rest],
        ..Source::lesson("flemish", settings.flemish)
    };
    for row in set(data, "nl/flemish_tweets_unlabelled")? {
        if let Some(labels) = given.get(text(&row, "id")) {
            pool.add(&source, text(&row, "text"), true, *labels);
        }
    }
    Ok(())
}

/// English sets that tell, more or less, what is wanted.
fn intents(pool: &mut Pool, data: &Path, settings: &Settings) -> Result<(), String> {
    let emotions = Source { weights: [0.5, 0.1, 0.0], ..Source::lesson("goemotions", 0.0) };
    for row in set(data, "en/goemotions")? {
        let (message, label) = (text(&row, "text"), text(&row, "label"));
        let asks = label == "curiosity" && message.contains('?');
        let question = asks.then(|| Label::only(1));
        pool.add(&emotions, message, false, [felt(label), question, None]);
    }
    let reviews = Source::lesson("complaint_reviews", 0.5);
    for row in set(data, "en/complaint_reviews")? {
        let label = complaint(text(&row, "label"));
        pool.add(&reviews, text(&row, "text"), false, [None, label, None]);
    }
    let acts = Source::lesson("tweet_acts", settings.acts);
    for row in set(data, "en/tweet_acts")? {
        let label = act(text(&row, "label"));
        pool.add(&acts, text(&row, "text"), false, [None, label, None]);
    }
    let banking = Source { weights: [0.0, 0.1, 0.0], ..Source::lesson("banking77", 0.0) };
    for row in set(data, "en/banking77")? {
        let label = Label::one_of(&[0, 1]);
        pool.add(&banking, text(&row, "text"), false, [None, Some(label), None]);
    }
    Ok(())
}

/// The answers get their numbers in the order in which they occur. Where a text has several
/// ("anger|disgust"), any of them may be right.
fn other_questions(pool: &mut Pool, data: &Path) -> Result<(), String> {
    for (question, (name, answers, dutch)) in OTHER_QUESTIONS.into_iter().enumerate() {
        let mut names: Vec<String> = Vec::new();
        for row in set(data, name)? {
            let mut may_be = Vec::new();
            for label in text(&row, "label").split('|') {
                let known = names.iter().position(|known| known == label);
                may_be.push(known.unwrap_or_else(|| {
                    names.push(label.to_owned());
                    names.len() - 1
                }));
            }
            if names.len() > answers {
                return Err(format!(
                    "{name}.jsonl: {} labels where {answers} were expected",
                    names.len()
                ));
            }
            pool.add_other(text(&row, "text"), dutch, question, Label::one_of(&may_be));
        }
    }
    Ok(())
}

/// The intent of what complains, or does not.
fn complaint(label: &str) -> Option<Label> {
    match label {
        "complaint" => Some(Label::only(0)),
        "not_complaint" => Some(Label::one_of(&[1, 2, 3, 4])),
        _ => None,
    }
}

/// The intent of an act of speech. What expresses or states may also complain or praise.
fn act(label: &str) -> Option<Label> {
    match label {
        "question" => Some(Label::only(1)),
        "suggestion" => Some(Label::only(3)),
        "statement" | "expression" | "other" => Some(Label::one_of(&[0, 2, 4])),
        _ => None,
    }
}

/// The sentiment of an emotion. What surprises, or is desired or realised, may be either.
fn felt(emotion: &str) -> Option<Label> {
    let name = match emotion {
        "admiration" | "approval" | "amusement" | "gratitude" | "love" | "excitement" | "joy"
        | "optimism" | "caring" | "pride" | "relief" => "positive",
        "annoyance" | "anger" | "disappointment" | "disapproval" | "sadness" | "disgust"
        | "fear" | "remorse" | "embarrassment" | "nervousness" | "grief" => "negative",
        "neutral" | "curiosity" | "confusion" => "neutral",
        _ => return None,
    };
    Task::Sentiment.label(name)
}
