//! What was written for this project: messages with labels in `corpus/`, and labels of
//! given texts in `labels/`. The README.md of each folder says how.

use super::example::{Labels, Task};
use crate::texts::lines;
use std::collections::HashMap;
use std::path::{Path, PathBuf};

/// Labels by the id of the text.
pub type Given = HashMap<String, Labels>;

/// A message that was written for the project.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Message {
    pub locale: String,
    pub labels: Labels,
    pub text: String,
    /// Whether it is one of those that were made hard on purpose.
    pub hard: bool,
}

impl Message {
    pub fn is_dutch(&self) -> bool {
        self.locale.starts_with("nl-")
    }
}

/// All messages, in the order of the files' names.
pub fn messages() -> Result<Vec<Message>, String> {
    let mut messages = Vec::new();
    for path in files("corpus")? {
        let hard = path.to_string_lossy().contains("_hard");
        for (nth, line) in lines(&path)?.iter().enumerate() {
            let message = message(line, hard);
            messages.push(message.map_err(|e| format!("{}:{}: {e}", path.display(), nth + 1))?);
        }
    }
    Ok(messages)
}

/// All labels of given texts. `-` stands where the text leaves it open.
pub fn given() -> Result<Given, String> {
    let mut given = Given::new();
    for path in files("labels")? {
        for (nth, line) in lines(&path)?.iter().enumerate() {
            let columns: Vec<&str> = line.split('\t').collect();
            let [id, names @ ..] = columns.as_slice() else { continue };
            let labels = open_labels(names);
            let labels = labels.map_err(|e| format!("{}:{}: {e}", path.display(), nth + 1))?;
            given.insert((*id).to_owned(), labels);
        }
    }
    Ok(given)
}

/// The files of a folder of the trainer that have rows, in the order of their names.
pub fn files(folder: &str) -> Result<Vec<PathBuf>, String> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join(folder);
    let fault = |e: std::io::Error| format!("{}: {e}", folder.display());
    let mut files = Vec::new();
    for entry in std::fs::read_dir(&folder).map_err(fault)? {
        let path = entry.map_err(fault)?.path();
        if path.extension().is_some_and(|extension| extension == "tsv") {
            files.push(path);
        }
    }
    files.sort();
    Ok(files)
}

/// A line of seven columns: locale, sector, channel, three labels, text.
pub fn message(line: &str, hard: bool) -> Result<Message, String> {
    let columns: Vec<&str> = line.split('\t').collect();
    let [locale, sector, channel, sentiment, intent, urgency, text] = columns.as_slice() else {
        return Err(format!("{} columns where 7 were expected", columns.len()));
    };
    let is_locale = |locale: &str| {
        let country = locale.strip_prefix("nl-").or_else(|| locale.strip_prefix("en-"));
        country.is_some_and(|it| it.len() == 2 && it.bytes().all(|b| b.is_ascii_uppercase()))
    };
    if !is_locale(locale) {
        return Err(format!("\"{locale}\" where nl-XX or en-XX was expected"));
    }
    let is_word = |word: &str| !word.is_empty() && word.bytes().all(|b| b.is_ascii_lowercase());
    for word in [sector, channel] {
        if !is_word(word) {
            return Err(format!("\"{word}\" where one lower-case word was expected"));
        }
    }
    if text.trim().is_empty() {
        return Err("no text".to_owned());
    }
    let labels = open_labels(&[sentiment, intent, urgency])?;
    if labels.contains(&None) {
        return Err("\"-\" where a label was expected".to_owned());
    }
    Ok(Message { locale: (*locale).to_owned(), labels, text: (*text).to_owned(), hard })
}

/// Three labels, of which some may be open.
fn open_labels(names: &[&str]) -> Result<Labels, String> {
    if names.len() != Task::ALL.len() {
        return Err(format!("{} labels where 3 were expected", names.len()));
    }
    let mut labels = Labels::default();
    for ((task, name), label) in Task::ALL.into_iter().zip(names).zip(&mut labels) {
        *label = task.label(name);
        if label.is_none() && *name != "-" {
            return Err(format!("\"{name}\" is no {}", task.name()));
        }
    }
    Ok(labels)
}
