//! Host names: the labels of a run of characters, and which of them make a domain.

use super::characters::{is_bare_host, is_host};
use super::punycode;
use crate::reply::words::TOP_LEVEL_DOMAINS;
use std::ops::Range;

/// The longest top-level domain of the list, in characters.
const LONGEST_TOP_LEVEL: usize = 18;
const PUNYCODE_PREFIX: &str = "xn--";
const LONGEST_LABEL: usize = 63;

/// The next run, from `at`, of what a host name may hold.
pub(super) fn next_run(text: &str, at: usize) -> Option<Range<usize>> {
    let in_run = |c: char| is_host(c) || matches!(c, '-' | '_' | '.');
    let start = at + text.get(at..)?.find(in_run)?;
    let rest = text.get(start..)?;
    let length = rest.find(|c| !in_run(c)).unwrap_or(rest.len());
    Some(start..start + length)
}

/// The labels of one run, judged once for every link that may start in it.
pub(super) struct Labels<'t> {
    text: &'t str,
    labels: Vec<Label>,
}

struct Label {
    start: usize,
    end: usize,
    ends_well: bool,
    last_underscore: Option<usize>,
    /// Where a top-level domain at its start ends.
    top_level: Option<usize>,
    /// The last label that can be the top level of a name in which this one is whole.
    best: Option<usize>,
}

impl<'t> Labels<'t> {
    pub(super) fn new(text: &'t str, run: &Range<usize>) -> Self {
        let mut start = run.start;
        let mut labels = Vec::new();
        for part in text.get(run.clone()).unwrap_or_default().split('.') {
            let end = start + part.len();
            labels.push(Label {
                start,
                end,
                ends_well: part.ends_with(is_host),
                last_underscore: part.rfind('_').map(|at| start + at),
                top_level: if labels.is_empty() { None } else { top_level_at(text, start) },
                best: None,
            });
            start = end + 1;
        }
        let mut all = Self { text, labels };
        for index in (0..all.labels.len()).rev() {
            let best = all.labels.get(index).and_then(|label| all.best(label.start, index));
            if let Some(label) = all.labels.get_mut(index) {
                label.best = best;
            }
        }
        all
    }

    /// Whether any link can start in this run.
    pub(super) fn any(&self) -> bool {
        self.labels.iter().any(|label| label.top_level.is_some())
    }

    /// The longest domain that starts at `start`, which lies in label `index`.
    pub(super) fn domain_from(&self, start: usize, index: usize) -> Option<Range<usize>> {
        let last = self.best(start, index)?;
        Some(start..self.labels.get(last)?.top_level?)
    }

    /// The last label that can be the top level of a domain that starts at `start`. Only a
    /// label before the last two may hold an underscore.
    fn best(&self, start: usize, index: usize) -> Option<usize> {
        let label = self.labels.get(index)?;
        let next = self.labels.get(index + 1)?;
        let first = self.text.get(start..label.end)?.chars().next()?;
        if !is_host(first) || !label.ends_well {
            return None;
        }
        let plain = label.last_underscore.is_none_or(|at| at < start);
        next.best.or_else(|| (plain && next.top_level.is_some()).then_some(index + 1))
    }
}

/// Where the top-level domain at `at` ends: the longest of the list that no letter, digit,
/// `@`, `+` or `-` follows, else an encoded one.
fn top_level_at(text: &str, at: usize) -> Option<usize> {
    let rest = text.get(at..)?;
    let mut word = String::new();
    let mut longest = None;
    for (offset, c) in rest.char_indices().take(LONGEST_TOP_LEVEL) {
        if !is_host(c) {
            break;
        }
        word.extend(c.to_lowercase());
        let end = offset + c.len_utf8();
        let next = rest.get(end..).and_then(|rest| rest.chars().next());
        let ends = next.is_none_or(|c| !c.is_ascii_alphanumeric() && !"@+-".contains(c));
        if ends && TOP_LEVEL_DOMAINS.has(&word) {
            longest = Some(at + end);
        }
    }
    longest.or_else(|| {
        let prefix = rest.get(..PUNYCODE_PREFIX.len())?;
        let encoded = rest.get(PUNYCODE_PREFIX.len()..)?;
        let length =
            encoded.find(|c: char| !c.is_ascii_alphanumeric() && c != '-').unwrap_or(encoded.len());
        (prefix.eq_ignore_ascii_case(PUNYCODE_PREFIX) && length > 0)
            .then(|| at + PUNYCODE_PREFIX.len() + length)
    })
}

/// The parts of a domain without a scheme that X makes links of: Latin letters, digits and
/// hyphens under a top-level domain.
pub(super) fn ascii_domains(domain: &str) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(offset) = domain.get(at..).and_then(|rest| rest.find(is_bare_host)) {
        let start = at + offset;
        let mut label = start;
        let mut end = None;
        loop {
            let rest = domain.get(label..).unwrap_or_default();
            let length = rest.find(|c| !is_bare_host(c)).unwrap_or(rest.len());
            let dot = label + length;
            at = dot;
            if length == 0 || domain.as_bytes().get(dot) != Some(&b'.') {
                break;
            }
            label = dot + 1;
            end = top_level_at(domain, label).or(end);
        }
        if let Some(end) = end {
            found.push(start..end);
            at = end;
        } else if at < domain.len() {
            at += char_len(domain, at);
        }
    }
    found
}

fn char_len(text: &str, at: usize) -> usize {
    text.get(at..).and_then(|rest| rest.chars().next()).map_or(1, char::len_utf8)
}

/// Whether every label is short enough for the domain name system once it is encoded.
pub(super) fn is_resolvable(domain: &str) -> bool {
    let encoded = domain.starts_with(PUNYCODE_PREFIX);
    if encoded && ascii_domains(domain).is_empty() {
        return false;
    }
    domain.split('.').all(|label| {
        let length = punycode::encoded_length(label, LONGEST_LABEL);
        length.is_some_and(|length| (1..=LONGEST_LABEL).contains(&length))
    })
}
