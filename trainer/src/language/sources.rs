//! The texts that the detector learns from, each with its language and its set.

use super::lists;
use crate::folds::fold;
use crate::texts::{lines, rows, text};
use serde_json::Value;
use std::path::Path;
use webcare::language::training::{CODES, OPEN};

/// A text in a language.
#[derive(Clone, Debug)]
pub struct Sample {
    pub text: String,
    /// The place of the language among the weights; [`OPEN`] for any other.
    pub language: usize,
    /// The set that it comes from.
    pub set: &'static str,
    /// How much of a text it is, where the set says so: `single-words`.
    pub kind: String,
    pub fold: u64,
}

/// A set in the folder: its file, and how its texts say their language.
struct Set {
    file: &'static str,
    language: Tells,
}

enum Tells {
    /// The label is the code.
    Label,
    /// All are in one language.
    All(&'static str),
    /// The same, in lines whose first column is a word.
    Words(&'static str),
}

const fn set(file: &'static str, language: Tells) -> Set {
    Set { file, language }
}

/// What is learnt from. The desk's own messages and the public benchmarks are not among
/// them.
const SETS: [Set; 23] = [
    set("lang/lingua_half.jsonl", Tells::Label),
    set("lang/tatoeba.jsonl", Tells::Label),
    set("lang/tweets_2012_train.jsonl", Tells::Label),
    set("nl/flemish_tweets_unlabelled.jsonl", Tells::All("nl")),
    set("nl/book_reviews.jsonl", Tells::All("nl")),
    set("nl/headlines.jsonl", Tells::All("nl")),
    set("nl/restaurant_sentences_train.jsonl", Tells::All("nl")),
    set("nl/subtitles_emotion.jsonl", Tells::All("nl")),
    set("nl/subtitles_sentiment.jsonl", Tells::All("nl")),
    set("nl/lexicon_lupje.tsv", Tells::Words("nl")),
    set("nl/lexicon_moors_norms_nl.tsv", Tells::Words("nl")),
    set("nl/lexicon_pattern_nl.tsv", Tells::Words("nl")),
    set("en/banking77.jsonl", Tells::All("en")),
    set("en/complaint_reviews.jsonl", Tells::All("en")),
    set("en/complaints_half.jsonl", Tells::All("en")),
    set("en/goemotions.jsonl", Tells::All("en")),
    set("en/irony.jsonl", Tells::All("en")),
    set("en/politeness.jsonl", Tells::All("en")),
    set("en/semeval2017_train.jsonl", Tells::All("en")),
    set("en/tweet_acts.jsonl", Tells::All("en")),
    set("en/vader_amazon.jsonl", Tells::All("en")),
    set("en/vader_nyt.jsonl", Tells::All("en")),
    set("en/vader_tweets.jsonl", Tells::All("en")),
];

/// All texts of the folder, of the word lists and of the written corpora.
pub fn all(folder: &Path) -> Result<Vec<Sample>, String> {
    let mut samples = Vec::new();
    for Set { file, language } in &SETS {
        let path = folder.join(file);
        match language {
            Tells::Words(code) => {
                for line in lines(&path)? {
                    let word = line.split('\t').next().unwrap_or_default();
                    samples.extend(sample(word, code, file, "list"));
                }
            }
            Tells::Label | Tells::All(_) => {
                for row in rows(&path)? {
                    let code = match language {
                        Tells::All(code) => code,
                        _ => text(&row, "label"),
                    };
                    let kind = row.get("kind").and_then(Value::as_str).unwrap_or_default();
                    samples.extend(sample(text(&row, "text"), code, file, kind));
                }
            }
        }
    }
    let written = Path::new(env!("CARGO_MANIFEST_DIR"));
    for (code, text) in lists::all(&written.join("lists/language"))? {
        samples.extend(sample(&text, &code, "written word lists", "list"));
    }
    for (code, text) in lists::sentences(&written.join("lists/language"))? {
        samples.extend(sample(&text, &code, "written sentences", ""));
    }
    for (code, text) in lists::corpora(&written.join("corpus"))? {
        samples.extend(sample(&text, &code, "written messages", ""));
    }
    Ok(samples)
}

/// A sample, unless nothing stands in it or its language has no Latin letters.
fn sample(text: &str, code: &str, set: &'static str, kind: &str) -> Option<Sample> {
    if text.trim().is_empty() || code == "ar" {
        return None;
    }
    let language = CODES.iter().position(|known| *known == code).unwrap_or(OPEN);
    let (text, kind) = (text.to_owned(), kind.to_owned());
    Some(Sample { fold: fold(&text), text, language, set, kind })
}

/// How many texts each set gave, a line for each.
pub fn counted(samples: &[Sample]) -> String {
    let mut counts: Vec<(&str, usize)> = Vec::new();
    for sample in samples {
        match counts.iter_mut().find(|(set, _)| *set == sample.set) {
            Some((_, count)) => *count += 1,
            None => counts.push((sample.set, 1)),
        }
    }
    let lines: Vec<String> = counts.iter().map(|(set, count)| format!("{count} {set}")).collect();
    lines.join("\n")
}
