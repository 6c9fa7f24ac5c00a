//! The feelings of a message: what is praised, blamed and reported, each with the weight
//! it has where it stands.

use super::cue::{Cue, Family};
use super::greeting::with_greetings;
use super::irony::see_irony;
use super::lexicon::Hit;
use super::mood::{shout, swing};
use super::reading::{Reading, Unit};
use super::settle::settle;
use super::weights::{
    AFTER_BUT, ASKED, BEFORE_BUT, BEHIND, BROADCAST, BROADCAST_FROM, EXCLAIM, LINK, LOUD, NEAR,
    NEGATED_BLAME, NEGATED_PRAISE, POLITE, REPEATED,
};

/// What kind of thing a feeling is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    Praise,
    Blame,
    Report,
    Irony,
}

impl Kind {
    /// What to call it in a reason for people.
    pub(super) const fn cause(self) -> &'static str {
        match self {
            Self::Praise => "praise",
            Self::Blame => "blame",
            Self::Report => "something is wrong",
            Self::Irony => "irony",
        }
    }
}

/// Whether the words of a feeling are meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Tone {
    Plain,
    /// Irony likes to use them.
    Ironic,
    /// They are never meant: "lekker dan".
    Sarcastic,
}

/// One feeling.
#[derive(Clone, Copy, Debug)]
pub(super) struct Feeling {
    pub(super) kind: Kind,
    /// Above zero for praise, below for the others.
    pub(super) weight: f32,
    pub(super) first: usize,
    pub(super) last: usize,
    /// Where it begins with its negation.
    pub(super) from: usize,
    pub(super) sentence: usize,
    pub(super) tone: Tone,
    /// Whether the words are words of praise, even where they are negated.
    pub(super) praises: bool,
    /// Whether they stand in a wish, so that they speak against a complaint, but are not
    /// felt.
    pub(super) wished: bool,
    /// Whether it takes the side of the rest.
    pub(super) swings: bool,
}

/// All feelings of a message, in the order of the text.
/// `purposes` are the settled hits of [`Family::Purpose`].
pub(super) fn feelings(reading: &Reading, hits: &[Hit], purposes: &[Hit]) -> Vec<Feeling> {
    let hits = settle(&with_greetings(reading, hits), Family::Feeling);
    let mut felt: Vec<Feeling> = hits
        .iter()
        .enumerate()
        .filter(|(_, hit)| matches!(hit.cue, Cue::Valence | Cue::Report | Cue::Swing))
        .filter_map(|(index, hit)| feel(reading, &hits, index, *hit))
        .collect();
    weigh_repeats(reading, &mut felt);
    weigh_thanks(reading, purposes, &mut felt);
    see_wishes(purposes, &mut felt);
    weigh_contrast(reading, &hits, &mut felt);
    weigh_questions(reading, &mut felt);
    see_irony(reading, &hits, &mut felt);
    swing(&mut felt);
    shout(reading, &mut felt);
    if is_broadcast(reading, purposes) {
        for feeling in &mut felt {
            feeling.weight *= BROADCAST;
        }
    }
    felt.retain(|feeling| feeling.weight != 0.0);
    felt
}

/// One hit with what its neighbours make of it.
fn feel(reading: &Reading, hits: &[Hit], index: usize, hit: Hit) -> Option<Feeling> {
    let unit = reading.units.get(hit.first)?;
    let mut weight = hit.weight;
    let mut from = hit.first;
    if hit.cue == Cue::Valence {
        let before = hits.get(..index).unwrap_or_default();
        weight *= strength(before, reading, hit.first);
        if let Some(not) = negation(before, reading, hit) {
            weight *= if weight > 0.0 { NEGATED_PRAISE } else { NEGATED_BLAME };
            from = not;
        } else if weight > 0.0 && is_negated_behind(hits, index, reading, hit) {
            weight *= NEGATED_PRAISE;
        }
    }
    let span = reading.units.get(hit.first..=hit.last).unwrap_or_default();
    if span.iter().any(|unit| unit.loud) {
        weight *= LOUD;
    }
    let sentence = reading.sentences.get(unit.sentence).copied().unwrap_or_default();
    weight *= EXCLAIM.mul_add(f32::from(sentence.exclaims.min(3)), 1.0);
    let kind = match hit.cue {
        Cue::Report => Kind::Report,
        _ if weight > 0.0 => Kind::Praise,
        _ => Kind::Blame,
    };
    let ironic = hits
        .iter()
        .skip(index.saturating_sub(4))
        .take(9)
        .any(|other| other.cue == Cue::Irony && overlap(other, &hit));
    let tone = match (ironic, hit.cue == Cue::Valence && hit.weight < 0.0) {
        (false, _) => Tone::Plain,
        (true, false) => Tone::Ironic,
        (true, true) => Tone::Sarcastic,
    };
    let swings = hit.cue == Cue::Swing;
    let praises = hit.cue == Cue::Valence && hit.weight > 0.0;
    let (first, last, sentence) = (hit.first, hit.last, unit.sentence);
    Some(Feeling {
        kind,
        weight,
        first,
        last,
        from,
        sentence,
        tone,
        praises,
        wished: false,
        swings,
    })
}

fn overlap(a: &Hit, b: &Hit) -> bool {
    a.first <= b.last && b.first <= a.last
}

/// How many units stand between two, when they stand in one clause.
fn distance(units: &[Unit], from: usize, to: usize) -> Option<usize> {
    let (a, b) = (units.get(from)?, units.get(to)?);
    (a.clause == b.clause && from < to).then(|| to - from - 1)
}

/// What intensifiers right before make of a feeling.
fn strength(before: &[Hit], reading: &Reading, first: usize) -> f32 {
    let mut strength = 1.0;
    let mut first = first;
    for hit in before.iter().rev().take(6) {
        if matches!(hit.cue, Cue::Boost | Cue::Damp)
            && distance(&reading.units, hit.last, first).is_some_and(|between| between <= 1)
        {
            strength *= hit.weight;
            first = hit.first;
        }
    }
    strength
}

/// The negation before a feeling that reaches it.
fn negation(before: &[Hit], reading: &Reading, hit: Hit) -> Option<usize> {
    before.iter().rev().take(8).filter(|other| other.cue == Cue::Not).find_map(|not| {
        let between = distance(&reading.units, not.last, hit.first)?;
        let reach = if hit.weight > 0.0 { not.weight } else { NEAR };
        // Far fewer words than a float can count.
        (f32::from(u8::try_from(between).unwrap_or(u8::MAX)) < reach).then_some(not.first)
    })
}

/// Whether a negation at the end of the clause reaches back: "goed is het niet".
fn is_negated_behind(hits: &[Hit], index: usize, reading: &Reading, hit: Hit) -> bool {
    hits.iter().skip(index + 1).take(6).filter(|other| other.cue == Cue::Not).any(|not| {
        let ends = match (reading.units.get(not.last), reading.units.get(not.last + 1)) {
            (Some(_), None) => true,
            (Some(this), Some(next)) => {
                this.clause != next.clause || this.sentence != next.sentence
            }
            _ => false,
        };
        ends && distance(&reading.units, hit.last, not.first).is_some_and(|far| far < BEHIND)
    })
}

/// The same sign or word, once more right after, says little more.
fn weigh_repeats(reading: &Reading, felt: &mut [Feeling]) {
    let mut last = None;
    let mut share = 1.0;
    for feeling in felt {
        let unit = reading.units.get(feeling.first).map(|unit| unit.word);
        let again = last == Some((unit, feeling.first.saturating_sub(1)));
        share = if again { share * REPEATED } else { 1.0 };
        feeling.weight *= share;
        last = Some((unit, feeling.first));
    }
}

/// Thanks that close a question, a call for help or a report are a matter of manners.
fn weigh_thanks(reading: &Reading, purposes: &[Hit], felt: &mut [Feeling]) {
    if !is_plea(reading, purposes, felt) {
        return;
    }
    for feeling in felt.iter_mut().filter(|feeling| feeling.kind == Kind::Praise) {
        let at = purposes.partition_point(|hit| hit.first + 8 < feeling.first);
        let thanks =
            purposes.iter().skip(at).take(16).any(|hit| {
                hit.cue == Cue::Thanks && (hit.first..=hit.last).contains(&feeling.first)
            });
        if thanks {
            feeling.weight *= POLITE;
        }
    }
}

/// Praise inside a wish is wished for, not felt: "zou het niet handig zijn".
fn see_wishes(purposes: &[Hit], felt: &mut [Feeling]) {
    for wish in purposes.iter().filter(|hit| hit.cue == Cue::Wish) {
        let near = felt.partition_point(|feeling| feeling.first < wish.first);
        for feeling in felt.iter_mut().skip(near) {
            if feeling.first > wish.last {
                break;
            }
            feeling.wished |= feeling.praises;
        }
    }
}

/// Whether the writer asks something, asks for help, or reports more than is praised.
pub(super) fn is_plea(reading: &Reading, purposes: &[Hit], felt: &[Feeling]) -> bool {
    let blame: f32 = felt.iter().map(|feeling| feeling.weight.min(0.0)).sum();
    blame < -1.5
        || reading.sentences.iter().any(|sentence| sentence.asks.is_some())
        || purposes.iter().any(|hit| hit.cue == Cue::Help)
}

/// What stands after "but" counts for more than what stands before it.
fn weigh_contrast(reading: &Reading, hits: &[Hit], felt: &mut [Feeling]) {
    for but in hits.iter().filter(|hit| hit.cue == Cue::But) {
        let Some(turn) = reading.units.get(but.first) else { continue };
        let opens = but.first == 0
            || reading
                .units
                .get(but.first - 1)
                .is_some_and(|before| before.sentence != turn.sentence);
        let near = felt.partition_point(|feeling| feeling.sentence + 1 < turn.sentence);
        for feeling in felt.iter_mut().skip(near) {
            if feeling.sentence > turn.sentence {
                break;
            }
            let same = feeling.sentence == turn.sentence;
            if same && feeling.first > but.last {
                feeling.weight *= AFTER_BUT;
            } else if (same && feeling.first < but.first && !opens) || (!same && opens) {
                feeling.weight *= BEFORE_BUT;
            }
        }
    }
}

/// A feeling inside a question is asked about, not felt.
fn weigh_questions(reading: &Reading, felt: &mut [Feeling]) {
    let mut reported = vec![false; reading.sentences.len()];
    for feeling in felt.iter() {
        if let Some(flag) = reported.get_mut(feeling.sentence) {
            *flag |= feeling.kind == Kind::Report;
        }
    }
    for feeling in felt.iter_mut() {
        let asks = reading.sentences.get(feeling.sentence).is_some_and(|s| s.asks.is_some());
        let reports = reported.get(feeling.sentence).copied().unwrap_or(false);
        if asks && !reports && feeling.kind != Kind::Report {
            feeling.weight *= ASKED;
        }
    }
}

/// Whether a message was sent to everybody, so that what it feels is not about us.
pub(super) fn is_broadcast(reading: &Reading, purposes: &[Hit]) -> bool {
    let hits = purposes.iter().filter(|hit| hit.cue == Cue::Broadcast);
    let link = if reading.links > 0 { LINK } else { 0.0 };
    link + hits.map(|hit| hit.weight).sum::<f32>() >= BROADCAST_FROM
}
