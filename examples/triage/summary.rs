//! What all mentions come to.

use crate::answer::Answer;
use crate::labels::Labels;
use std::collections::BTreeMap;
use std::io::{self, Write};
use webcare::desk::Triage;

/// More signatures than this are counted together: a team is not that large, and memory
/// stays flat whatever the input.
const MOST_SIGNATURES: usize = 200;

#[derive(Debug, Default)]
pub(crate) struct Summary {
    mentions: u64,
    broken: u64,
    own: u64,
    counts: [BTreeMap<String, u64>; 5],
    answered: u64,
    with_deadline: u64,
    in_time: u64,
    before_message: u64,
    signatures: BTreeMap<String, u64>,
}

const COUNTED: [&str; 5] = ["language", "sentiment", "intent", "urgency", "queue"];

impl Summary {
    pub(crate) fn broken_line(&mut self) {
        self.broken += 1;
    }

    pub(crate) fn is_clean(&self) -> bool {
        self.broken == 0
    }

    pub(crate) fn add(&mut self, own: bool, triage: &Triage, answer: Option<&Answer<'_>>) {
        self.mentions += 1;
        if own {
            self.own += 1;
            return;
        }
        let labels = Labels::of(triage.classification());
        let words = [
            labels.language.as_str(),
            labels.sentiment,
            labels.intent,
            labels.urgency,
            triage.decision().queue(),
        ];
        for (counts, word) in self.counts.iter_mut().zip(words) {
            count(counts, word);
        }
        let Some(answer) = answer else { return };
        self.answered += 1;
        self.before_message += u64::from(answer.before_message());
        if let Some(in_time) = answer.in_time() {
            self.with_deadline += 1;
            self.in_time += u64::from(in_time);
        }
        let sign = answer.by().unwrap_or("unsigned");
        let full = self.signatures.len() >= MOST_SIGNATURES && !self.signatures.contains_key(sign);
        count(&mut self.signatures, if full { "others" } else { sign });
    }

    pub(crate) fn print(&self, out: &mut impl Write) -> io::Result<()> {
        writeln!(out, "{:<11} {}", "mentions", self.mentions)?;
        if self.own > 0 {
            writeln!(out, "{:<11} {}", "our own", self.own)?;
        }
        for (name, counts) in COUNTED.iter().zip(&self.counts) {
            writeln!(out, "{name:<11} {}", most_first(counts))?;
        }
        write!(out, "{:<11} {}", "answered", self.answered)?;
        if self.with_deadline > 0 {
            let share = 100.0 * ratio(self.in_time, self.with_deadline);
            write!(out, ", in time {} of {} ({share:.1} %)", self.in_time, self.with_deadline)?;
        }
        if self.before_message > 0 {
            write!(out, "; {} older than the message, edited since", self.before_message)?;
        }
        writeln!(out)?;
        if !self.signatures.is_empty() {
            writeln!(out, "{:<11} {}", "signed", most_first(&self.signatures))?;
        }
        if self.broken > 0 {
            writeln!(out, "{:<11} {}", "broken", self.broken)?;
        }
        Ok(())
    }
}

/// Counts one more; a word that is known costs no allocation.
fn count(counts: &mut BTreeMap<String, u64>, word: &str) {
    match counts.get_mut(word) {
        Some(count) => *count += 1,
        None => {
            counts.insert(word.to_owned(), 1);
        }
    }
}

fn most_first(counts: &BTreeMap<String, u64>) -> String {
    let mut sorted: Vec<(&String, &u64)> = counts.iter().collect();
    sorted.sort_by(|a, b| b.1.cmp(a.1).then(a.0.cmp(b.0)));
    let words: Vec<String> = sorted.iter().map(|(word, count)| format!("{word} {count}")).collect();
    words.join(", ")
}

#[expect(clippy::cast_precision_loss, reason = "a share for people, shown with one decimal")]
fn ratio(part: u64, whole: u64) -> f64 {
    part as f64 / whole as f64
}
