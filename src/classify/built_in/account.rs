//! The account of a judgement: which words moved it, by how much, and what to call that.

use super::cue::{Cue, Family};
use super::feelings::Feeling;
use super::lexicon::Hit;
use super::reading::{Reading, place};
use crate::judgement::{Evidence, Place};

/// A stretch of pieces that belong together, with what it shows.
#[derive(Clone, Copy, Debug)]
pub(super) struct Span {
    first: usize,
    last: usize,
    cause: &'static str,
    of: Family,
}

/// At most so many reasons are given; what else there is comes together.
const MOST: usize = 8;

/// A reason that is weaker than this share of the strongest comes with the rest.
const LEAST_SHARE: f32 = 0.08;

/// What words are called that no list names.
const WORDING: &str = "wording";

/// What is left when all words are told.
const REST: &str = "the message as a whole";

/// The stretches that cues and feelings name, in the order of the text, longer ones first.
pub(super) fn spans(reading: &Reading, cues: &[Hit], felt: &[Feeling]) -> Vec<Span> {
    let mut spans = Vec::with_capacity(cues.len() + felt.len());
    let piece = |unit: usize| reading.units.get(unit).map(|unit| unit.piece);
    let of_cues = cues
        .iter()
        .filter(|hit| hit.weight != 0.0 && hit.cue != Cue::Chatter)
        .map(|hit| (hit.first, hit.last, hit.cue.cause(), hit.cue.family()));
    let of_feelings = felt
        .iter()
        .map(|feeling| (feeling.from, feeling.last, feeling.kind.cause(), Family::Feeling));
    for (first, last, cause, of) in of_cues.chain(of_feelings) {
        if let (Some(first), Some(last)) = (piece(first), piece(last)) {
            spans.push(Span { first, last, cause, of });
        }
    }
    spans.sort_unstable_by_key(|span| (span.first, std::cmp::Reverse(span.last), span.cause));
    spans
}

/// Puts together the evidence for a score. `pulls` is what each piece contributed, in the
/// unit of the score. Where the pieces together go beyond the score, all shrink; where
/// they fall short, the rest is given to the message as a whole. So the weights always add
/// up to the score.
pub(super) fn account(
    reading: &Reading,
    spans: &[Span],
    family: Family,
    pulls: &[f32],
    score: f32,
    whole: Place,
) -> Vec<Evidence> {
    let sum: f32 = pulls.iter().sum();
    let shrink = if sum * score > 0.0 && sum.abs() > score.abs() { score / sum } else { 1.0 };
    let mut reasons = reasons(spans, family, pulls);
    reasons.sort_unstable_by(|a, b| b.pull.abs().total_cmp(&a.pull.abs()));
    reasons.truncate(MOST);
    reasons.sort_unstable_by_key(|reason| reason.first);
    let mut rest = score;
    let mut evidence: Vec<Evidence> = Vec::with_capacity(reasons.len() + 1);
    for reason in &reasons {
        let (Some(first), Some(last)) =
            (reading.pieces.get(reason.first), reading.pieces.get(reason.last))
        else {
            continue;
        };
        let end = if first.part == last.part { last.end } else { first.end };
        let weight = reason.pull * shrink;
        rest -= weight;
        evidence.push(Evidence::new(place(first.part, first.start, end), weight, reason.cause));
    }
    // What is left over by the arithmetic alone is no reason.
    if rest.abs() > score.abs() * 0.01 || evidence.is_empty() {
        let first = evidence.iter().position(|told| order(told.place()).ge(&order(whole)));
        evidence.insert(first.unwrap_or(evidence.len()), Evidence::new(whole, rest, REST));
    } else if let Some(last) = evidence.last_mut() {
        *last = last.clone().weighing(last.weight() + rest);
    }
    evidence
}

/// Evidence in the title comes first, then the text.
pub(super) const fn order(place: Place) -> (u8, usize) {
    match place {
        Place::Title { start, .. } => (0, start),
        Place::Text { start, .. } => (1, start),
        Place::Fact => (2, 0),
    }
}

/// What pulled: a stretch of pieces.
#[derive(Clone, Copy, Debug)]
struct Reason {
    first: usize,
    last: usize,
    pull: f32,
    cause: &'static str,
}

/// The pieces, those of one stretch together, but for what hardly pulled. Each piece counts
/// once: with the stretch of `family` that it lies in, else with any other, else alone.
fn reasons(spans: &[Span], family: Family, pulls: &[f32]) -> Vec<Reason> {
    let least = LEAST_SHARE * pulls.iter().fold(0.0, |most: f32, pull| most.max(pull.abs()));
    let mut alone: Vec<bool> = vec![true; pulls.len()];
    let mut reasons = Vec::with_capacity(spans.len() + MOST);
    let of_family = spans.iter().filter(|span| span.of == family);
    for span in of_family.chain(spans.iter().filter(|span| span.of != family)) {
        let range = span.first..=span.last;
        let (Some(pulled), Some(alone)) = (pulls.get(range.clone()), alone.get_mut(range)) else {
            continue;
        };
        if alone.iter().all(|alone| *alone) {
            alone.fill(false);
            let pull = pulled.iter().sum();
            reasons.push(Reason { first: span.first, last: span.last, pull, cause: span.cause });
        }
    }
    for (first, (pull, alone)) in pulls.iter().zip(&alone).enumerate() {
        if *alone {
            reasons.push(Reason { first, last: first, pull: *pull, cause: WORDING });
        }
    }
    reasons.retain(|reason| reason.pull.abs() > least);
    reasons
}
