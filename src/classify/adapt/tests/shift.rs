//! What a valence and a weight do to a judgement, in figures worked out by hand.

use super::sum;
use crate::classify::adapt::shift;
use crate::classify::{Intent, Polarity, Sentiment};
use crate::judgement::{Abstention, Confidence, Evidence, Judgement, Place};

fn word(weight: f32) -> Evidence {
    Evidence::new(Place::Text { start: 4, end: 9 }, weight, "word")
}

fn felt(polarity: Polarity, sure: f32, score: f32) -> Sentiment {
    let first = Evidence::new(Place::Text { start: 0, end: 3 }, score * 1.5, "praise");
    let later = Evidence::new(Place::Text { start: 10, end: 12 }, score * -0.5, "blame");
    let evidence = vec![first, later];
    Sentiment::new(Judgement::decided(polarity, Confidence::new(sure), evidence), score)
}

#[track_caller]
fn near(found: f32, expected: f32) {
    assert!((found - expected).abs() < 5e-4, "{found}, not {expected}");
}

/// Neutral 0.6 leaves 0.2 each; two units of valence make these 0.027, 0.6, 1.478.
#[test]
fn a_valence_moves_the_odds_of_a_polarity() {
    let judged = shift::sentiment(felt(Polarity::Neutral, 0.6, 0.0), &[word(2.0)]);
    assert_eq!(judged.polarity(), Some(Polarity::Positive));
    near(judged.confidence().get(), 0.702);
    // 2 / √15 = 0.516, which is 0.459 of √(1 + 0.516²).
    near(judged.score(), 0.459);
    let judged = shift::sentiment(felt(Polarity::Neutral, 0.6, 0.0), &[word(-2.0)]);
    assert_eq!(judged.polarity(), Some(Polarity::Negative));
    near(judged.score(), -0.459);
    let judged = shift::sentiment(felt(Polarity::Neutral, 0.6, 0.0), &[word(1.0)]);
    assert_eq!(judged.polarity(), Some(Polarity::Neutral));
}

/// Positive 0.8 leaves 0.16 for neutral and 0.04 for negative; the score 0.6 is the sum
/// 0.75 of √15.
#[test]
fn a_feeling_against_the_judgement_turns_it_by_way_of_neutral() {
    let turned = |valence: f32| {
        let judged = shift::sentiment(felt(Polarity::Positive, 0.8, 0.6), &[word(valence)]);
        near(sum(judged.evidence()), judged.score());
        (judged.polarity().unwrap(), judged.score(), judged.confidence().get())
    };
    let (polarity, score, sure) = turned(-1.4);
    assert_eq!(polarity, Polarity::Positive);
    near(score, 0.362);
    near(sure, 0.380);
    assert_eq!(turned(-1.7).0, Polarity::Neutral);
    // The odds are for negative, the score is not yet.
    let (polarity, score, _) = turned(-2.8);
    assert_eq!(polarity, Polarity::Neutral);
    assert!(score > 0.0);
    let (polarity, score, _) = turned(-4.0);
    assert_eq!(polarity, Polarity::Negative);
    assert!(score < 0.0);
}

#[test]
fn what_means_nothing_is_shown_and_moves_nothing() {
    let before = felt(Polarity::Negative, 0.7, -0.5);
    let judged = shift::sentiment(before.clone(), &[word(0.0)]);
    assert_eq!((judged.polarity(), judged.confidence()), (before.polarity(), before.confidence()));
    near(judged.score(), -0.5);
    let shown: Vec<&str> = judged.evidence().iter().map(Evidence::cause).collect();
    assert_eq!(shown, ["praise", "word", "blame"]);
    let silent = Sentiment::new(Judgement::undetermined(Abstention::NoEvidence), 0.0);
    assert_eq!(shift::sentiment(silent.clone(), &[word(0.0)]), silent);
    assert_eq!(shift::sentiment(before.clone(), &[]), before);
}

#[test]
fn a_feeling_alone_tells_where_nothing_else_does() {
    let silent = Sentiment::new(Judgement::undetermined(Abstention::OtherLanguage), 0.0);
    let judged = shift::sentiment(silent, &[word(-4.0)]);
    assert_eq!(judged.polarity(), Some(Polarity::Negative));
    near(judged.confidence().get(), 0.982);
    near(judged.score(), -0.718);
}

#[test]
fn the_surest_score_can_be_moved() {
    let judged = shift::sentiment(felt(Polarity::Positive, 1.0, 1.0), &[word(-4.0)]);
    assert!(judged.score() < 1.0 && judged.score() > 0.99);
    assert_eq!(judged.polarity(), Some(Polarity::Positive));
    near(sum(judged.evidence()), judged.score());
}

/// Other 0.3 leaves 0.175 for each; a weight of two makes that of one 1.293.
#[test]
fn a_weight_moves_the_odds_of_an_intent() {
    let other = || {
        let found = Evidence::new(Place::Text { start: 0, end: 3 }, 0.8, "chatter");
        Judgement::decided(Intent::Other, Confidence::new(0.3), vec![found])
    };
    let judged = shift::intent(other(), vec![(Intent::Complaint, word(2.0))]);
    assert_eq!(judged.label(), Some(&Intent::Complaint));
    near(judged.confidence().get(), 0.6105);
    assert_eq!(judged.evidence(), [word(2.0)]);

    let judged = shift::intent(other(), vec![(Intent::Other, word(1.0))]);
    assert_eq!(judged.label(), Some(&Intent::Other));
    near(judged.confidence().get(), 0.538);
    assert_eq!(judged.evidence().len(), 2);
    // Not enough to turn it: what spoke for it still does.
    let judged = shift::intent(other(), vec![(Intent::Question, word(0.5))]);
    assert_eq!((judged.label(), judged.evidence().len()), (Some(&Intent::Other), 1));

    assert_eq!(shift::intent(other(), vec![(Intent::Question, word(0.0))]), other());
    let silent = || Judgement::undetermined(Abstention::TooShort);
    let judged = shift::intent(silent(), vec![(Intent::Question, word(1.0))]);
    near(judged.confidence().get(), 0.405);
    assert_eq!(shift::intent(silent(), vec![]), silent());
}
