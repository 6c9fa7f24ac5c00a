//! From feelings and phrases to intent.

use super::cue::Cue;
use super::feelings::{Feeling, Kind, is_broadcast, is_plea};
use super::lexicon::Hit;
use super::reading::{Reading, place};
use super::weights::{
    COMPLAINT_PER_BLAME, COMPLAINT_PER_HASTE, COMPLAINT_PER_REPORT, COMPLAINT_PER_REPORT_WITH_HELP,
    COMPLIMENT_PER_PRAISE, FADE, OTHER_BASE, POLITE, QUESTION_MARK, SURE_QUESTION,
};
use crate::classify::Intent;
use crate::judgement::{Confidence, Evidence, Judgement};

/// What speaks for one intent.
#[derive(Debug, Default)]
struct Plea {
    points: f32,
    evidence: Vec<Evidence>,
}

impl Plea {
    fn add(&mut self, evidence: Evidence) {
        self.points += evidence.weight();
        self.evidence.push(evidence);
    }

    /// Adds the hits of a cue: the first in full, each further one for less.
    fn add_all(&mut self, reading: &Reading, hits: &[Hit], cue: Cue, mut share: f32) {
        for hit in
            hits.iter().filter(|hit| hit.cue == cue && hit.weight != 0.0 && counts(reading, hit))
        {
            let place = reading.place(hit.first, hit.last);
            self.add(Evidence::new(place, hit.weight * share, cue.cause()));
            share *= FADE;
        }
    }
}

/// Whether a hit counts where it stands: "who", "can it" and the like ask only in a sentence
/// with a question mark, or at the beginning of one.
fn counts(reading: &Reading, hit: &Hit) -> bool {
    if hit.cue != Cue::Ask || hit.weight >= SURE_QUESTION {
        return true;
    }
    let Some(unit) = reading.units.get(hit.first) else { return false };
    let opens = hit.first == 0
        || reading.units.get(hit.first - 1).is_some_and(|before| before.sentence != unit.sentence);
    opens || reading.sentences.get(unit.sentence).is_some_and(|sentence| sentence.asks.is_some())
}

/// The intent for which most speaks.
/// `hits` are the settled ones of [`Family::Purpose`](super::cue::Family), `haste` those of
/// `Family::Haste`.
pub(super) fn intent(
    reading: &Reading,
    hits: &[Hit],
    haste: &[Hit],
    felt: &[Feeling],
) -> Judgement<Intent> {
    let mut pleas = [
        (Intent::Complaint, complaint(reading, hits, haste, felt)),
        (Intent::Question, question(reading, hits)),
        (Intent::Compliment, compliment(reading, hits, felt)),
        (Intent::Suggestion, suggestion(reading, hits)),
        (Intent::Other, other(reading, hits)),
    ];
    // A softmax over the points: the share of what speaks for the winner.
    let all: f32 = pleas.iter().map(|(_, plea)| plea.points.min(30.0).exp()).sum();
    pleas.sort_by(|(_, a), (_, b)| b.points.total_cmp(&a.points));
    let [(label, plea), ..] = pleas;
    let share = plea.points.min(30.0).exp() / all;
    let confidence = confidence(share, plea.evidence.is_empty());
    let mut evidence = plea.evidence;
    evidence.sort_by_key(|evidence| super::order(evidence.place()));
    Judgement::decided(label, confidence, evidence)
}

/// How sure an intent is that has `share` of what speaks for any. The numbers make it agree
/// with how often such answers are right on development data.
fn confidence(share: f32, nothing_found: bool) -> Confidence {
    Confidence::new(if nothing_found { 0.3 } else { share.sqrt().mul_add(0.72, 0.22) })
}

fn complaint(reading: &Reading, hits: &[Hit], haste: &[Hit], felt: &[Feeling]) -> Plea {
    let mut plea = Plea::default();
    let asks_help = hits.iter().any(|hit| hit.cue == Cue::Help && hit.weight > 1.0);
    let per_report = if asks_help { COMPLAINT_PER_REPORT_WITH_HELP } else { COMPLAINT_PER_REPORT };
    for feeling in felt {
        let share = match feeling.kind {
            Kind::Report => -per_report,
            Kind::Blame | Kind::Irony => -COMPLAINT_PER_BLAME,
            Kind::Praise => -COMPLAINT_PER_BLAME / 2.0,
        };
        let cause = feeling.kind.cause();
        plea.add(Evidence::new(feeling.place, feeling.weight * share, cause));
    }
    plea.add_all(reading, hits, Cue::Gripe, 1.0);
    for cue in [Cue::Repeated, Cue::Charged, Cue::Leaving, Cue::Authority, Cue::Press] {
        plea.add_all(reading, haste, cue, COMPLAINT_PER_HASTE);
    }
    plea
}

fn question(reading: &Reading, hits: &[Hit]) -> Plea {
    let mut plea = Plea::default();
    let mark = reading.sentences.iter().find_map(|sentence| sentence.asks);
    if let Some((part, start, end)) = mark {
        plea.add(Evidence::new(place(part, start, end), QUESTION_MARK, "a question mark"));
    }
    plea.add_all(reading, hits, Cue::Ask, 1.0);
    plea.add_all(reading, hits, Cue::Help, 1.0);
    plea
}

fn compliment(reading: &Reading, hits: &[Hit], felt: &[Feeling]) -> Plea {
    let mut plea = Plea::default();
    for feeling in felt {
        let share = match feeling.kind {
            Kind::Praise => COMPLIMENT_PER_PRAISE,
            _ => COMPLAINT_PER_BLAME,
        };
        let cause = feeling.kind.cause();
        plea.add(Evidence::new(feeling.place, feeling.weight * share, cause));
    }
    let share = if is_plea(reading, hits, felt) { POLITE } else { 1.0 };
    plea.add_all(reading, hits, Cue::Thanks, share);
    plea
}

fn suggestion(reading: &Reading, hits: &[Hit]) -> Plea {
    let mut plea = Plea::default();
    plea.add_all(reading, hits, Cue::Wish, 1.0);
    plea
}

fn other(reading: &Reading, hits: &[Hit]) -> Plea {
    let mut plea = Plea { points: OTHER_BASE, evidence: Vec::new() };
    plea.add_all(reading, hits, Cue::Chatter, 1.0);
    if is_broadcast(reading, hits) {
        plea.add_all(reading, hits, Cue::Broadcast, 1.0);
    }
    plea
}
