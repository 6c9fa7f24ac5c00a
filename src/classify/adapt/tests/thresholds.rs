//! Thresholds of levels and of abstaining.

use super::judge;
use crate::classify::{BuiltIn, Thresholds, UrgencyLevel};
use crate::judgement::{Abstention, Confidence};
use crate::language::Language;

#[test]
fn a_level_begins_at_its_threshold() {
    let thresholds = Thresholds::new().urgency_from(10.0, 40.0, 70.0).unwrap();
    for (score, level) in [
        (0.0, UrgencyLevel::Low),
        (9.9, UrgencyLevel::Low),
        (10.0, UrgencyLevel::Normal),
        (39.9, UrgencyLevel::Normal),
        (40.0, UrgencyLevel::High),
        (69.9, UrgencyLevel::High),
        (70.0, UrgencyLevel::Critical),
        (100.0, UrgencyLevel::Critical),
    ] {
        assert_eq!(thresholds.level_of(score), level, "{score}");
    }
    for (normal, high, critical) in [(0.0, 50.0, 80.0), (50.0, 50.0, 80.0), (20.0, 50.0, 101.0)] {
        assert!(Thresholds::new().urgency_from(normal, high, critical).is_err());
    }
    assert!(Thresholds::new().urgency_from(20.0, f32::NAN, 60.0).is_err());
}

#[test]
fn other_levels_follow_from_the_same_score() {
    let text = "Wanneer komt de monteur?";
    let plain = judge(&BuiltIn::new(), text, Language::Dutch);
    assert_eq!(plain.urgency().level(), Some(UrgencyLevel::Normal));
    let eager = Thresholds::new().urgency_from(5.0, 10.0, 15.0).unwrap();
    let judged = judge(&BuiltIn::new().thresholds(eager), text, Language::Dutch);
    assert_eq!(judged.urgency().level(), Some(UrgencyLevel::Critical));
    assert_eq!(judged.urgency().score(), plain.urgency().score());
    assert_eq!(judged.urgency().evidence(), plain.urgency().evidence());
}

#[test]
fn each_judgement_has_its_own_threshold() {
    let sure = Confidence::CERTAIN;
    let abstained = |thresholds: Thresholds| {
        let judged = judge(&BuiltIn::new().thresholds(thresholds), "Prima", Language::Dutch);
        let of = [
            judged.sentiment().abstention(),
            judged.intent().abstention(),
            judged.urgency().abstention(),
        ];
        of.map(|reason| reason == Some(Abstention::Unsure))
    };
    assert_eq!(abstained(Thresholds::new()), [false, false, false]);
    assert_eq!(abstained(Thresholds::new().sentiment(sure)), [true, false, false]);
    assert_eq!(abstained(Thresholds::new().intent(sure)), [false, true, false]);
    assert_eq!(abstained(Thresholds::new().urgency(sure)), [false, false, true]);
}
