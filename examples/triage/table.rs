//! The output for people: a row a mention.

use crate::labels::{Labels, UNDETERMINED};
use chrono::{DateTime, Utc};
use chrono_tz::Tz;
use std::io::{self, Write};
use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};
use webcare::desk::Triage;
use webcare::judgement::Evidence;
use webcare::language::Language;
use webcare::mention::Mention;

/// The columns and how wide they are; the last one takes what it needs.
const COLUMNS: [(&str, usize); 10] = [
    ("when", 11),
    ("who", 16),
    ("what", 48),
    ("lang", 4),
    ("sentiment", 12),
    ("intent", 12),
    ("urgency", 12),
    ("queue", 16),
    ("due", 20),
    ("words that decided", 60),
];
/// This many words are shown of those that decided.
const MOST_WORDS: usize = 4;
/// Longer evidence, in bytes, is a whole message, which the table shows already.
const LONGEST_QUOTE: usize = 40;

/// Writes the names of the columns.
pub(crate) fn print_head(out: &mut impl Write) -> io::Result<()> {
    let names = COLUMNS.map(|(name, _)| name.to_owned());
    row(out, &names)
}

/// Writes one mention; times are shown as the clock on the wall of the desk tells them.
pub(crate) fn print(
    out: &mut impl Write,
    mention: &Mention,
    triage: &Triage,
    zone: Tz,
) -> io::Result<()> {
    let labels = Labels::of(triage.classification());
    let word = |label: &str| if label == UNDETERMINED { "?" } else { label }.to_owned();
    let language = labels.language;
    let due = triage.due().map_or_else(String::new, |deadline| {
        format!("{} {}", moment(deadline.due_at(), zone), deadline.status())
    });
    row(
        out,
        &[
            mention.published_at().map_or_else(String::new, |at| moment(at, zone)),
            mention.author().label().to_owned(),
            what(mention),
            word(if language == Language::Undetermined { UNDETERMINED } else { language.as_str() }),
            word(labels.sentiment),
            word(labels.intent),
            word(labels.urgency),
            triage.decision().queue().to_owned(),
            due,
            words(mention, triage),
        ],
    )
}

/// The title, if there is one, and the text.
fn what(mention: &Mention) -> String {
    match mention.title() {
        Some(title) => format!("{title} — {}", mention.text()),
        None => mention.text().to_owned(),
    }
}

/// The words that weighed most for sentiment and urgency, strongest first.
fn words(mention: &Mention, triage: &Triage) -> String {
    let judged = triage.classification();
    let mut shown: Vec<&str> = Vec::new();
    // What no word decided is told of the whole text; that says nothing beside words.
    let is_word = |quote: &&str| *quote != mention.text();
    for evidence in [judged.urgency().evidence(), judged.sentiment().evidence()] {
        let mut strongest: Vec<&Evidence> = evidence.iter().collect();
        strongest.sort_by(|a, b| b.weight().abs().total_cmp(&a.weight().abs()));
        let quotes = strongest.iter().filter_map(|one| one.quote(mention.text()));
        let words = quotes.filter(|quote| quote.len() <= LONGEST_QUOTE).filter(is_word);
        for quote in words.take(MOST_WORDS / 2) {
            if !shown.contains(&quote) {
                shown.push(quote);
            }
        }
    }
    if shown.is_empty() && mention.text().len() <= LONGEST_QUOTE {
        shown.push(mention.text());
    }
    shown.join(" · ")
}

fn moment(at: DateTime<Utc>, zone: Tz) -> String {
    at.with_timezone(&zone).format("%d-%m %H:%M").to_string()
}

fn row(out: &mut impl Write, cells: &[String; COLUMNS.len()]) -> io::Result<()> {
    let last = COLUMNS.len() - 1;
    for (index, (cell, (_, width))) in cells.iter().zip(COLUMNS).enumerate() {
        let cell = fit(cell, width);
        if index == last {
            writeln!(out, "{}", cell.trim_end())?;
        } else {
            let padding = width.saturating_sub(cell.width());
            write!(out, "{cell}{:padding$}  ", "")?;
        }
    }
    Ok(())
}

/// One line of at most `width` columns; what does not fit is cut with an ellipsis. Control
/// characters never reach the terminal.
fn fit(text: &str, width: usize) -> String {
    let mut fitted = String::new();
    let mut used = 0;
    let mut blank = true;
    for c in text.chars() {
        let c = if c.is_whitespace() || c.is_control() { ' ' } else { c };
        if c == ' ' && std::mem::replace(&mut blank, c == ' ') {
            continue;
        }
        blank = c == ' ';
        let wide = c.width().unwrap_or_default();
        if used + wide > width {
            while used + 1 > width {
                let Some(dropped) = fitted.pop() else { break };
                used -= dropped.width().unwrap_or_default();
            }
            fitted.push('…');
            return fitted;
        }
        fitted.push(c);
        used += wide;
    }
    fitted
}
