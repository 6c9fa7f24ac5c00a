//! What points do to an urgency.

use super::Thresholds;
use super::found::order;
use crate::classify::{Urgency, UrgencyLevel};
use crate::judgement::{Abstention, Confidence, Evidence, Judgement};

/// What points below zero do to a message that is critical.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Critical {
    /// It stays critical.
    Stays,
    /// They may lower it like any other.
    MayFall,
}

/// Adds points to an urgency; the level follows from the score.
///
/// The weights of the evidence add up to the score if they did before: where it would be
/// more than 100, all that raises shrinks together; where it would be less than 0, or no
/// longer critical, all that lowers. An urgency that abstains does so still, unless the
/// points alone make it high.
pub(super) fn add(
    judged: Urgency,
    mut reasons: Vec<Evidence>,
    thresholds: &Thresholds,
    critical: Critical,
) -> Urgency {
    reasons.retain(|reason| reason.weight() != 0.0);
    if reasons.is_empty() || judged.abstention() == Some(Abstention::OwnMessage) {
        return judged;
    }
    let points: f32 = reasons.iter().map(Evidence::weight).sum();
    let Some(level) = judged.level() else {
        if thresholds.level_of(points) < UrgencyLevel::High {
            return judged;
        }
        // The host has said that these points are high: there is nothing to doubt.
        return settle(reasons, points, 0.0, Confidence::CERTAIN, thresholds);
    };
    let stays = level == UrgencyLevel::Critical && critical == Critical::Stays;
    let least = if stays { thresholds.critical_from().min(judged.score()) } else { 0.0 };
    let score = judged.score() + points;
    let evidence: Vec<Evidence> = judged.evidence().iter().cloned().chain(reasons).collect();
    settle(evidence, score, least, judged.confidence(), thresholds)
}

/// The urgency of a score that may be beyond `least` to 100.
fn settle(
    mut evidence: Vec<Evidence>,
    score: f32,
    least: f32,
    confidence: Confidence,
    thresholds: &Thresholds,
) -> Urgency {
    let within = score.clamp(least, 100.0);
    if score > within {
        shrink(&mut evidence, score - within, |weight| weight > 0.0);
    } else if score < within {
        shrink(&mut evidence, within - score, |weight| weight < 0.0);
    }
    evidence.sort_by_key(order);
    let level = thresholds.level_of(within);
    Urgency::new(Judgement::decided(level, confidence, evidence), within)
}

/// Takes `excess` off the weights of the chosen evidence, from each the same share.
fn shrink(evidence: &mut [Evidence], excess: f32, chosen: fn(f32) -> bool) {
    let weights = evidence.iter().map(Evidence::weight);
    let sum: f32 = weights.filter(|weight| chosen(*weight)).map(f32::abs).sum();
    if sum <= 0.0 {
        return;
    }
    let factor = (1.0 - excess / sum).max(0.0);
    for piece in evidence.iter_mut().filter(|piece| chosen(piece.weight())) {
        *piece = piece.clone().weighing(piece.weight() * factor);
    }
}
