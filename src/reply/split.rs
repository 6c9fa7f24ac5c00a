//! A text in parts that a channel takes.

use super::draft::is_blank;
use super::limit::Mark;
use super::{TextLimit, links};
use crate::Error;
use crate::error::Kind;
use std::ops::Range;
use unicode_segmentation::UnicodeSegmentation;

/// Cuts `text` in parts that `limit` takes. The signature, which starts at `signature_at`,
/// stays in one piece with the last word before it where that can be.
pub(super) fn split<'t>(
    text: &'t str,
    signature_at: Option<usize>,
    limit: &TextLimit,
) -> Result<Vec<&'t str>, Error> {
    let cuts = Cuts::new(text, signature_at);
    let marks: Vec<Mark> = limit.marks(text).collect();
    let mut parts = Vec::new();
    let mut from = Mark { at: 0, count: 0 };
    while from.at < text.len() {
        let reached =
            marks.partition_point(|mark| mark.at <= from.at || limit.reaches(from, *mark));
        let reach = reached.checked_sub(1).and_then(|last| marks.get(last)).map_or(0, |it| it.at);
        let mut end = if reach == text.len() { reach } else { cuts.best(from.at, reach) };
        // A cut may lay bare a link that none was before.
        while end > from.at && limit.check(text.get(from.at..end).unwrap_or_default()).is_err() {
            end = cuts.best(from.at, end - 1);
        }
        let part = text.get(from.at..end).unwrap_or_default();
        if is_blank(part) {
            return Err(too_long(text.get(from.at..).unwrap_or_default(), limit));
        }
        parts.push(part);
        let place = marks.partition_point(|mark| mark.at < end);
        let count = marks.get(place).map_or(from.count, |mark| mark.count);
        from = Mark { at: end, count };
    }
    Ok(parts)
}

fn too_long(rest: &str, limit: &TextLimit) -> Error {
    let found = limit.count(rest);
    let allowed = limit.max().or(limit.max_bytes()).unwrap_or_default();
    limit
        .check(rest)
        .err()
        .unwrap_or_else(|| Error::new(Kind::TooLong { found, allowed, unit: limit.unit().name() }))
}

/// Where a text may be cut, the best places apart.
struct Cuts {
    sentences: Vec<usize>,
    words: Vec<usize>,
    graphemes: Vec<usize>,
}

impl Cuts {
    fn new(text: &str, signature_at: Option<usize>) -> Self {
        let whole = whole(text);
        let signature = signature_at.map(|at| at..text.len());
        let inside = |cut: &usize| signature.iter().any(|range| range.start <= *cut);
        let free = |cut: &usize| {
            let place = whole.partition_point(|range| range.end <= *cut);
            whole.get(place).is_none_or(|range| *cut <= range.start)
        };
        let starts = |found: &mut dyn Iterator<Item = usize>| -> Vec<usize> {
            found.filter(|cut| !inside(cut) && free(cut)).collect()
        };
        let mut words = Vec::new();
        let mut blank = false;
        for (at, c) in text.char_indices() {
            if blank && !c.is_whitespace() {
                words.push(at);
            }
            blank = c.is_whitespace();
        }
        let sentences = starts(&mut text.split_sentence_bound_indices().map(|(at, _)| at));
        let sentences = sentences.into_iter().filter(|at| words.binary_search(at).is_ok());
        Self {
            sentences: sentences.collect(),
            words: starts(&mut words.iter().copied()),
            graphemes: starts(&mut text.grapheme_indices(true).map(|(at, _)| at)),
        }
    }

    /// The best place in `(start, reach]`; `start` when there is none.
    fn best(&self, start: usize, reach: usize) -> usize {
        let last = |cuts: &[usize]| {
            let place = cuts.partition_point(|cut| *cut <= reach);
            place.checked_sub(1).and_then(|place| cuts.get(place)).copied()
        };
        let found = [&self.sentences, &self.words, &self.graphemes].into_iter();
        let mut found = found.filter_map(|cuts| last(cuts)).filter(|cut| *cut > start);
        found.next().unwrap_or(start)
    }
}

/// What is never cut: links, handles and tags.
fn whole(text: &str) -> Vec<Range<usize>> {
    let mut whole = links(text);
    let mut at = 0;
    for word in text.split_inclusive(char::is_whitespace) {
        let bare = word.trim_end();
        if let Some(mark) = bare.find(['@', '#']) {
            whole.push(at + mark..at + bare.len());
        }
        at += word.len();
    }
    whole.sort_by_key(|range| range.start);
    let mut merged: Vec<Range<usize>> = Vec::new();
    for range in whole {
        match merged.last_mut() {
            Some(last) if last.end >= range.start => last.end = last.end.max(range.end),
            _ => merged.push(range),
        }
    }
    merged
}
