//! The labelled lines of a file.

use crate::task::Task;
use serde::Deserialize;

/// One labelled message.
#[derive(Debug)]
pub(crate) struct Line {
    pub(crate) text: String,
    pub(crate) lang: Option<String>,
    /// The place of its label in [`Labelled::labels`].
    pub(crate) label: usize,
}

/// A file of labelled messages.
#[derive(Debug)]
pub(crate) struct Labelled {
    /// The labels that answers are compared with: those of the task, or `X` and `not_X`.
    pub(crate) labels: Vec<String>,
    /// Whether the labels are `X` and `not_X`.
    pub(crate) binary: bool,
    pub(crate) lines: Vec<Line>,
}

#[derive(Deserialize)]
struct Raw {
    text: String,
    label: String,
    lang: Option<String>,
}

/// Reads a file. What is wrong is said with the file and the line.
pub(crate) fn read(task: Task, file: &str) -> Result<Labelled, String> {
    let content = std::fs::read_to_string(file).map_err(|error| format!("{file}: {error}"))?;
    let mut raws = Vec::new();
    for (index, line) in content.lines().enumerate() {
        if line.trim().is_empty() {
            continue;
        }
        let raw: Raw = serde_json::from_str(line)
            .map_err(|error| format!("{file}:{}: {}", index + 1, what(&error)))?;
        raws.push((index + 1, raw));
    }
    if raws.is_empty() {
        return Err(format!("{file}: expected labelled lines, found none"));
    }
    let denied = raws.iter().find_map(|(_, raw)| {
        let label = raw.label.strip_prefix("not_")?;
        task.labels().contains(&label).then(|| label.to_owned())
    });
    let binary = denied.is_some();
    let labels: Vec<String> = match denied {
        Some(label) => vec![format!("not_{label}"), label],
        None => task.labels().iter().map(|label| (*label).to_owned()).collect(),
    };
    let mut lines = Vec::with_capacity(raws.len());
    for (number, raw) in raws {
        let known = labels.iter().position(|label| *label == raw.label);
        // Any other language is a language all the same.
        let label = match known {
            Some(label) => label,
            None if task == Task::Language && !binary && is_code(&raw.label) => 2,
            None => {
                let expected = labels.join(", ");
                let found = &raw.label;
                return Err(format!(
                    "{file}:{number}: unknown label \"{found}\", expected one of {expected}"
                ));
            }
        };
        lines.push(Line { text: raw.text, lang: raw.lang, label });
    }
    Ok(Labelled { labels, binary, lines })
}

/// What is wrong with a line, and at which column of it.
fn what(error: &serde_json::Error) -> String {
    let message = error.to_string();
    let what = message.split(" at line ").next().unwrap_or_default();
    format!("column {}: {what}", error.column())
}

/// Whether it looks like the code of a language: `fr`, `nds`, `zh-Hans`, `und`.
fn is_code(label: &str) -> bool {
    let letters = label.split(['-', '_']).next().unwrap_or_default();
    (2..=3).contains(&letters.len()) && letters.chars().all(|c| c.is_ascii_lowercase())
}
