//! What the words of a host do to a sentiment and to an intent.
//!
//! They work on the result, so they ask nothing of the model that gave it: its confidence is
//! read as the probability of its label, and a host's word moves the odds.

use super::found::order;
use crate::classify::{Intent, Polarity, Sentiment};
use crate::judgement::{Confidence, Evidence, Judgement};

/// The sum of valences that makes a score of 1/√2: one that is half way, so to speak. A
/// score s stands for the sum 3.87 · s / √(1 − s²); 3.87 is √15, so that a host's word
/// weighs as much as a word of the built-in lists.
const HALF_WAY: f32 = 3.872_983_3;

/// Scores nearer to 1 than this are as sure as this.
const SUREST: f32 = 0.999;

/// Of what is not for positive, so much is for neutral and the rest for negative; likewise
/// for negative. A judgement of ours.
const NEXT_BEST: f32 = 0.8;

/// Adds valences to a sentiment. The polarity follows the odds, and does not turn against
/// the score; the weights of the evidence add up to the score if they did before.
pub(super) fn sentiment(judged: Sentiment, words: &[Evidence]) -> Sentiment {
    let says_nothing = words.iter().all(|word| word.weight() == 0.0);
    if words.is_empty() || (says_nothing && judged.polarity().is_none()) {
        return judged;
    }
    let valence: f32 = words.iter().map(Evidence::weight).sum();
    let clamped = judged.score().clamp(-SUREST, SUREST);
    let stretch = clamped.mul_add(-clamped, 1.0).sqrt().recip();
    let sum = judged.score().mul_add(stretch, valence / HALF_WAY);
    let shrink = if says_nothing { stretch.recip() } else { sum.mul_add(sum, 1.0).sqrt().recip() };
    let score = sum * shrink;

    let scaled = |piece: &Evidence, factor: f32| piece.clone().weighing(piece.weight() * factor);
    let mut evidence: Vec<Evidence> = judged
        .evidence()
        .iter()
        .map(|piece| scaled(piece, stretch * shrink))
        .chain(words.iter().map(|piece| scaled(piece, shrink / HALF_WAY)))
        .collect();
    evidence.sort_by_key(order);

    let (polarity, confidence) = polarity(&judged, valence, score);
    Sentiment::new(Judgement::decided(polarity, confidence, evidence), score)
}

/// The polarity once `valence` is added.
fn polarity(judged: &Sentiment, valence: f32, score: f32) -> (Polarity, Confidence) {
    let before = judged.polarity();
    if let Some(polarity) = before.filter(|_| valence == 0.0) {
        return (polarity, judged.confidence());
    }
    let push = valence.exp();
    let [negative, neutral, positive] = polarity_shares(judged);
    let shares = [negative / push, neutral, positive * push];
    let of = |polarity: Polarity| share(&shares, polarity);
    // Of equals the one that was, else the one in the middle.
    let usual = before.unwrap_or(Polarity::Neutral);
    let mut polarity = Polarity::ALL
        .into_iter()
        .fold(usual, |best, next| if of(next) > of(best) { next } else { best });
    let contradicts = match polarity {
        Polarity::Negative => score >= 0.0,
        Polarity::Neutral => false,
        Polarity::Positive => score <= 0.0,
    };
    if contradicts && before != Some(polarity) {
        polarity = Polarity::Neutral;
    }
    let all: f32 = shares.iter().sum();
    (polarity, Confidence::new(of(polarity) / all))
}

/// How probable each polarity is, in the order of [`Polarity::ALL`], as far as a label and
/// its confidence tell. None is more probable than the label.
fn polarity_shares(judged: &Sentiment) -> [f32; 3] {
    let sure = judged.confidence().get();
    let rest = 1.0 - sure;
    let (next, last) = ((rest * NEXT_BEST).min(sure), (rest * (1.0 - NEXT_BEST)).min(sure));
    match judged.polarity() {
        None => [1.0 / 3.0; 3],
        Some(Polarity::Negative) => [sure, next, last],
        Some(Polarity::Neutral) => {
            let up = f32::midpoint(judged.score(), 1.0);
            [(rest * (1.0 - up)).min(sure), sure, (rest * up).min(sure)]
        }
        Some(Polarity::Positive) => [last, next, sure],
    }
}

fn share(shares: &[f32; 3], polarity: Polarity) -> f32 {
    let [negative, neutral, positive] = *shares;
    match polarity {
        Polarity::Negative => negative,
        Polarity::Neutral => neutral,
        Polarity::Positive => positive,
    }
}

/// Adds what speaks for intents. The evidence is that of the intent which is then the most
/// probable.
pub(super) fn intent(
    judged: Judgement<Intent>,
    mut words: Vec<(Intent, Evidence)>,
) -> Judgement<Intent> {
    words.retain(|(_, evidence)| evidence.weight() > 0.0);
    if words.is_empty() {
        return judged;
    }
    let sure = judged.confidence().get();
    let others = ((1.0 - sure) / 4.0).min(sure);
    let before = judged.label().copied();
    let prior = |intent: Intent| match before {
        None => 0.2,
        Some(label) if label == intent => sure,
        Some(_) => others,
    };
    let for_it = |intent: Intent| words.iter().filter(move |(of, _)| *of == intent);
    let shares = Intent::ALL.map(|intent| {
        let weight: f32 = for_it(intent).map(|(_, evidence)| evidence.weight()).sum();
        // A hundred phrases for one intent are sure, not infinite.
        (intent, prior(intent) * weight.min(30.0).exp())
    });
    // Of equals the one that was, else the first.
    let best = shares.into_iter().reduce(|best, next| {
        let over = next.1 > best.1 || (next.1 >= best.1 && before == Some(next.0));
        if over { next } else { best }
    });
    let Some((label, share)) = best else { return judged };
    let all: f32 = shares.iter().map(|(_, share)| share).sum();
    let kept = if before == Some(label) { judged.evidence() } else { &[] };
    let own = for_it(label).map(|(_, evidence)| evidence);
    let mut evidence: Vec<Evidence> = kept.iter().chain(own).cloned().collect();
    evidence.sort_by_key(order);
    let confidence = if all > 0.0 { share / all } else { 0.0 };
    Judgement::decided(label, Confidence::new(confidence), evidence)
}
