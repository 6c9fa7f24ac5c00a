//! From feelings to sentiment.

use super::feelings::Feeling;
use super::weights::{NEGATIVE_FROM, POSITIVE_FROM, SCORE_SOFTNESS};
use crate::classify::{Polarity, Sentiment};
use crate::judgement::{Confidence, Evidence, Judgement};

/// The sentiment that `felt` adds up to.
///
/// The sum s becomes the score s / √(s² + 15), and each weight shrinks by the same factor,
/// so that the weights of the evidence add up to the score.
pub(super) fn sentiment(felt: &[Feeling], shown: &[Evidence]) -> Sentiment {
    let felt: Vec<Feeling> = felt.iter().filter(|feeling| !feeling.wished).copied().collect();
    let sum: f32 = felt.iter().map(|feeling| feeling.weight).sum();
    // Praise outweighs a form: "third time, and again great" is praise.
    let shown = if sum < POSITIVE_FROM { shown } else { &[] };
    let sum = sum + shown.iter().map(Evidence::weight).sum::<f32>();
    let factor = sum.mul_add(sum, SCORE_SOFTNESS).sqrt().recip();
    let mut evidence: Vec<Evidence> = felt
        .iter()
        .map(|feeling| Evidence::new(feeling.place, feeling.weight * factor, feeling.kind.cause()))
        .chain(shown.iter().map(|piece| piece.clone().weighing(piece.weight() * factor)))
        .collect();
    evidence.sort_by_key(|piece| super::order(piece.place()));
    let polarity = if sum >= POSITIVE_FROM {
        Polarity::Positive
    } else if sum <= NEGATIVE_FROM {
        Polarity::Negative
    } else {
        Polarity::Neutral
    };
    let judgement = Judgement::decided(polarity, confidence(polarity, sum, &felt), evidence);
    Sentiment::new(judgement, sum * factor)
}

/// How sure a polarity is: the stronger the sum, and the less speaks against it, the more.
/// The numbers make it agree with how often such answers are right on development data.
fn confidence(polarity: Polarity, sum: f32, felt: &[Feeling]) -> Confidence {
    if felt.is_empty() {
        return Confidence::new(0.6);
    }
    let all: f32 = felt.iter().map(|feeling| feeling.weight.abs()).sum();
    let agreement = if all > 0.0 { sum.abs() / all } else { 0.0 };
    let clear = agreement * sum.abs() / (sum.abs() + 3.0);
    Confidence::new(match polarity {
        Polarity::Neutral => 0.42,
        Polarity::Positive => clear.mul_add(0.75, 0.4).min(0.97),
        Polarity::Negative => clear.mul_add(0.62, 0.45).min(0.97),
    })
}
