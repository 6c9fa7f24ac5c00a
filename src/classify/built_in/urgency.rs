//! From intent and phrases to urgency.

use super::cue::Cue;
use super::lexicon::Hit;
use super::reading::Reading;
use super::weights::{
    BASE_COMPLAINT, BASE_OTHER, BASE_QUESTION, CRITICAL_FROM, FADE, FRAIL_AND_STRANDED, GRAVE,
    HIGH_FROM, MOST_WITHOUT_SAFETY, NORMAL_FROM, OUTAGE_OF_MANY, STUCK,
};
use crate::classify::{Intent, Urgency, UrgencyLevel};
use crate::judgement::{Confidence, Evidence, Judgement, Place};

/// What makes a message urgent.
const HASTE: [Cue; 17] = [
    Cue::Danger,
    Cue::Fraud,
    Cue::Secret,
    Cue::Pretender,
    Cue::Warning,
    Cue::Leak,
    Cue::Frail,
    Cue::Stranded,
    Cue::Outage,
    Cue::Many,
    Cue::LockedOut,
    Cue::Deadline,
    Cue::Charged,
    Cue::Repeated,
    Cue::Leaving,
    Cue::Authority,
    Cue::Press,
];

/// The urgency that the reasons add up to, on top of what the intent brings.
///
/// The weights of the evidence add up to the score: where the sum would be more than 100,
/// all shrink together. `hits` are the settled ones of [`Family::Haste`](super::cue::Family).
pub(super) fn urgency(
    reading: &Reading,
    mut hits: Vec<Hit>,
    intent: &Judgement<Intent>,
    whole: Place,
    broadcast: bool,
) -> Urgency {
    hits.retain(|hit| hit.weight > 0.0);
    drop_lonely(&mut hits);
    let broadcast = intent.label() == Some(&Intent::Other) && broadcast;
    let grave = together(&hits) || hits.iter().any(|hit| calls_for_an_act(hit, broadcast));
    let calm = !grave && (broadcast || intent.label() == Some(&Intent::Compliment));
    if calm {
        hits.clear();
    }
    let mut reasons = vec![base(intent, grave, whole)];
    let mut safety = Vec::new();
    let acts = grave || matches!(intent.label(), Some(Intent::Complaint | Intent::Question));
    let found = |cue: Cue| hits.iter().find(|hit| hit.cue == cue);
    for cue in HASTE {
        if is_safety(cue) {
            add(&mut safety, reading, &hits, cue);
        } else if acts {
            add(&mut reasons, reading, &hits, cue);
        }
    }
    if let (Some(frail), Some(_)) = (found(Cue::Frail), found(Cue::Stranded)) {
        let place = reading.place(frail.first, frail.last);
        let cause = "vulnerable person stranded or without care";
        safety.push(Evidence::new(place, FRAIL_AND_STRANDED, cause));
    }
    if let (Some(_), Some(many)) = (
        found(Cue::Outage).or_else(|| found(Cue::Stranded)).or_else(|| found(Cue::LockedOut)),
        found(Cue::Many),
    ) {
        let place = reading.place(many.first, many.last);
        safety.push(Evidence::new(place, OUTAGE_OF_MANY, "outage that hits many"));
    }
    shrink(&mut reasons, MOST_WITHOUT_SAFETY);
    reasons.append(&mut safety);
    shrink(&mut reasons, 100.0);
    let score = reasons.iter().map(Evidence::weight).sum();
    reasons.sort_by_key(|reason| super::order(reason.place()));
    let judgement = Judgement::decided(level(score), confidence(score), reasons);
    Urgency::new(judgement, score)
}

/// Takes the same share from all reasons where together they are more than `most`.
fn shrink(reasons: &mut [Evidence], most: f32) {
    let sum: f32 = reasons.iter().map(Evidence::weight).sum();
    if sum > most {
        for reason in reasons {
            *reason = reason.clone().weighing(reason.weight() * most / sum);
        }
    }
}

/// Whether reasons that are mild apart are grave together: a vulnerable person without care,
/// an outage of many.
fn together(hits: &[Hit]) -> bool {
    let has = |cue: Cue| hits.iter().any(|hit| hit.cue == cue);
    let down = has(Cue::Outage) || has(Cue::Stranded) || has(Cue::LockedOut);
    (has(Cue::Frail) && has(Cue::Stranded)) || (down && has(Cue::Many))
}

/// Drops what counts only together with something else.
fn drop_lonely(hits: &mut Vec<Hit>) {
    let has = |wanted: fn(Cue) -> bool| hits.iter().any(|hit| wanted(hit.cue));
    let many = has(hits_many_with);
    let given = has(|cue| cue == Cue::Secret) && has(|cue| cue == Cue::Pretender);
    let warned = has(|cue| cue == Cue::Fraud);
    hits.retain(|hit| match hit.cue {
        Cue::Many => many,
        Cue::Secret | Cue::Pretender => given,
        Cue::Warning => warned,
        _ => true,
    });
}

/// What makes it count that many are hit.
const fn hits_many_with(cue: Cue) -> bool {
    matches!(cue, Cue::Outage | Cue::Stranded | Cue::Danger | Cue::LockedOut | Cue::Leak)
}

/// What calls for an act even when nothing is asked and nobody complains.
///
/// What is sent to everybody only frightens with money and accounts.
fn calls_for_an_act(hit: &Hit, broadcast: bool) -> bool {
    let stuck = matches!(hit.cue, Cue::LockedOut | Cue::Charged | Cue::Repeated);
    (is_safety(hit.cue) && hit.weight >= GRAVE)
        || matches!(hit.cue, Cue::Secret | Cue::Warning)
        || (stuck && hit.weight >= STUCK && !broadcast)
}

/// What counts even in a message that asks for nothing.
const fn is_safety(cue: Cue) -> bool {
    matches!(
        cue,
        Cue::Danger
            | Cue::Fraud
            | Cue::Secret
            | Cue::Pretender
            | Cue::Warning
            | Cue::Leak
            | Cue::Frail
            | Cue::Stranded
            | Cue::Outage
            | Cue::Many
    )
}

/// What the intent brings; a `grave` message has to be acted on whatever its intent.
fn base(intent: &Judgement<Intent>, grave: bool, whole: Place) -> Evidence {
    let (points, cause) = match intent.label() {
        Some(Intent::Complaint) => (BASE_COMPLAINT, "a complaint"),
        Some(Intent::Question) => (BASE_QUESTION, "a question"),
        _ if grave => (BASE_QUESTION, "somebody has to act"),
        _ => (BASE_OTHER, "needs no answer soon"),
    };
    let strongest = intent
        .evidence()
        .iter()
        .max_by(|a, b| a.weight().total_cmp(&b.weight()))
        .map_or(whole, Evidence::place);
    Evidence::new(strongest, points, cause)
}

/// Adds the hits of a cue: the strongest in full, each further one for less.
fn add(reasons: &mut Vec<Evidence>, reading: &Reading, hits: &[Hit], cue: Cue) {
    let mut of_cue: Vec<&Hit> = hits.iter().filter(|hit| hit.cue == cue).collect();
    of_cue.sort_by(|a, b| b.weight.total_cmp(&a.weight));
    let mut share = 1.0;
    for hit in of_cue {
        let place = reading.place(hit.first, hit.last);
        reasons.push(Evidence::new(place, hit.weight * share, cue.cause()));
        share *= FADE / 2.0;
        if share < 0.01 {
            break;
        }
    }
}

/// The level of a score.
const fn level(score: f32) -> UrgencyLevel {
    if score >= CRITICAL_FROM {
        UrgencyLevel::Critical
    } else if score >= HIGH_FROM {
        UrgencyLevel::High
    } else if score >= NORMAL_FROM {
        UrgencyLevel::Normal
    } else {
        UrgencyLevel::Low
    }
}

/// How sure a level is: the further the score lies from where another level begins, the
/// more. The numbers make it agree with how often such answers are right on development
/// data.
fn confidence(score: f32) -> Confidence {
    let nearest = [NORMAL_FROM, HIGH_FROM, CRITICAL_FROM]
        .into_iter()
        .map(|threshold| (score - threshold).abs())
        .fold(f32::INFINITY, f32::min);
    let most = match level(score) {
        UrgencyLevel::Low | UrgencyLevel::Critical => 0.75,
        UrgencyLevel::Normal => 0.9,
        UrgencyLevel::High => 0.8,
    };
    Confidence::new((1.2 * nearest / (nearest + 12.0) + 0.4).min(most))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_level_begins_at_its_threshold() {
        assert_eq!(level(19.9), UrgencyLevel::Low);
        assert_eq!(level(NORMAL_FROM), UrgencyLevel::Normal);
        assert_eq!(level(49.9), UrgencyLevel::Normal);
        assert_eq!(level(HIGH_FROM), UrgencyLevel::High);
        assert_eq!(level(CRITICAL_FROM), UrgencyLevel::Critical);
    }

    #[test]
    fn confidence_is_least_at_a_threshold() {
        assert!(confidence(35.0) > confidence(48.0));
        assert_eq!(confidence(HIGH_FROM), Confidence::new(0.4));
    }
}
