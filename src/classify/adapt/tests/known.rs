//! What the host knows of the writer.

use super::{judge, sum};
use crate::classify::{
    BuiltIn, Growth, Known, KnownWeights, ReachPoints, Thresholds, Urgency, UrgencyLevel,
};
use crate::judgement::{Abstention, Confidence, Evidence, Judgement, Place};
use crate::language::Language;

fn said(level: UrgencyLevel, score: f32) -> Urgency {
    let evidence = Evidence::new(Place::Text { start: 0, end: 3 }, score, "a complaint");
    Urgency::new(Judgement::decided(level, Confidence::new(0.7), vec![evidence]), score)
}

fn add(weights: &KnownWeights, said: Urgency, known: &Known) -> Urgency {
    weights.add(said, known, &Thresholds::new())
}

fn contacts(number: u32) -> Known {
    Known { earlier_contacts: Some(number), ..Known::default() }
}

#[test]
fn nothing_counts_until_the_host_says_so() {
    let known = Known {
        followers: Some(1_000_000),
        earlier_contacts: Some(9),
        open_cases: Some(9),
        flags: ["vip".to_owned(), "vulnerable".to_owned()].into(),
    };
    let text = said(UrgencyLevel::Normal, 28.0);
    assert_eq!(add(&KnownWeights::new(), text.clone(), &known), text);
    let zeros =
        KnownWeights::new().earlier_contacts(0.0, 50.0).open_cases(5.0, 0.0).flag("vip", 0.0);
    assert_eq!(add(&zeros, text.clone(), &known), text);
}

#[test]
fn each_contribution_has_its_reason() {
    let weights = KnownWeights::new()
        .reach(ReachPoints::new(5.0, Growth::Tenfold).above(1_000).most(20.0))
        .earlier_contacts(4.0, 10.0)
        .open_cases(1.5, 100.0)
        .flag("VIP", 15.0)
        .flag("vulnerable", 6.0)
        .flag("Gold", -2.5);
    let known = Known {
        followers: Some(50_000),
        earlier_contacts: Some(3),
        open_cases: Some(1),
        flags: ["Vip ", "VIP", "vulnerable", "gold", "silver"].map(str::to_owned).into(),
    };
    let text = said(UrgencyLevel::Normal, 28.0);
    let both = add(&weights, text.clone(), &known);
    assert_eq!(
        both.reasons("het"),
        [
            "a complaint: 'het'",
            "VIP: +15",
            "3 earlier contacts: +10",
            "50000 followers: +8.5",
            "vulnerable customer on file: +6",
            "flag \"gold\": -2.5",
            "1 open case: +1.5",
        ]
    );
    assert!(both.evidence().iter().skip(1).all(|reason| reason.place() == Place::Fact));
    assert!((both.score() - 66.5).abs() < 1e-3);
    assert!((sum(both.evidence()) - both.score()).abs() < 1e-3);
    assert_eq!(both.level(), Some(UrgencyLevel::High));
    assert_eq!(both.from_text(), &text);
    assert_eq!(both.confidence(), text.confidence());
}

#[test]
fn a_score_stays_within_its_range_and_evidence_adds_up() {
    let up = KnownWeights::new().flag("a", 80.0).flag("b", 60.0);
    let known = Known::default().with_flag("a").with_flag("b");
    let both = add(&up, said(UrgencyLevel::High, 60.0), &known);
    assert_eq!((both.level(), both.score()), (Some(UrgencyLevel::Critical), 100.0));
    assert!((sum(both.evidence()) - 100.0).abs() < 1e-3);

    let down = KnownWeights::new().flag("a", -80.0).flag("b", 10.0);
    let both = add(&down, said(UrgencyLevel::Normal, 30.0), &known);
    assert_eq!((both.level(), both.score()), (Some(UrgencyLevel::Low), 0.0));
    assert!(sum(both.evidence()).abs() < 1e-3);
    assert!(both.reasons("het").contains(&"flag \"a\": -80".to_owned()));
}

#[test]
fn a_critical_text_stays_critical_unless_the_host_says_so() {
    let down = KnownWeights::new().flag("bot", -60.0);
    let known = Known::default().with_flag("bot");
    let critical = said(UrgencyLevel::Critical, 95.0);
    let both = add(&down, critical.clone(), &known);
    assert_eq!((both.level(), both.score()), (Some(UrgencyLevel::Critical), 80.0));
    assert!((sum(both.evidence()) - 80.0).abs() < 1e-3);
    let both = add(&down.may_lower_critical(), critical, &known);
    assert_eq!((both.level(), both.score()), (Some(UrgencyLevel::Normal), 35.0));
}

#[test]
fn a_text_that_tells_nothing_stays_untold_unless_the_host_knows_enough() {
    let weights = KnownWeights::new().earlier_contacts(10.0, 100.0);
    let unread = || {
        let judgement = Judgement::undetermined(Abstention::OtherLanguage);
        Urgency::new(judgement, 0.0)
    };
    assert_eq!(add(&weights, unread(), &contacts(4)), unread());
    let both = add(&weights, unread(), &contacts(5));
    assert_eq!((both.level(), both.score()), (Some(UrgencyLevel::High), 50.0));
    assert_eq!(both.from_text(), &unread());
    let own = Urgency::new(Judgement::undetermined(Abstention::OwnMessage), 0.0);
    assert_eq!(add(&weights, own.clone(), &contacts(9)), own);
}

#[test]
fn what_is_withheld_is_not_let_out_by_a_little_more() {
    let unsure = said(UrgencyLevel::Critical, 90.0).abstain_below(Confidence::CERTAIN);
    let weights = KnownWeights::new().earlier_contacts(1.0, 100.0);
    assert_eq!(add(&weights, unsure.clone(), &contacts(3)), unsure);
}

#[test]
fn adding_twice_keeps_what_the_text_says() {
    let weights = KnownWeights::new().earlier_contacts(10.0, 100.0);
    let text = said(UrgencyLevel::Normal, 28.0);
    let once = add(&weights, text.clone(), &contacts(1));
    let twice = add(&weights, once, &contacts(2));
    assert_eq!(twice.from_text(), &text);
    assert_eq!(twice.score(), 58.0);
}

#[test]
fn reach_counts_by_growth() {
    let tenfold = ReachPoints::new(4.0, Growth::Tenfold);
    assert_eq!([0, 100, 1_000, 100_000].map(|n| tenfold.of(n)), [0.0, 0.0, 4.0, 12.0]);
    let doubling = ReachPoints::new(2.0, Growth::Doubling).above(0).most(9.0);
    assert_eq!([1, 2, 8, 3, u64::MAX].map(|n| doubling.of(n)), [0.0, 2.0, 6.0, 3.2, 9.0]);
    assert_eq!(ReachPoints::new(-4.0, Growth::Tenfold).most(6.0).of(100_000), -6.0);
    assert_eq!(ReachPoints::new(f32::NAN, Growth::Tenfold).of(100_000), 0.0);
}

#[test]
fn what_is_known_and_said_survives_a_round_trip() {
    let known = Known { followers: Some(5), ..contacts(2).with_flag("vip") };
    let json = serde_json::to_string(&known).unwrap();
    assert_eq!(json, r#"{"followers":5,"earlier_contacts":2,"flags":["vip"]}"#);
    assert_eq!(serde_json::from_str::<Known>(&json).unwrap(), known);
    assert_eq!(serde_json::from_str::<Known>(r#"{"shoe_size": 44}"#).unwrap(), Known::default());

    let text = judge(&BuiltIn::new(), "Hoe zeg ik op?", Language::Dutch).urgency().clone();
    assert!(serde_json::to_value(&text).unwrap().get("from_text").is_none());
    let weights = KnownWeights::new().earlier_contacts(10.0, 100.0);
    let both = add(&weights, text.clone(), &contacts(3));
    let json = serde_json::to_string(&both).unwrap();
    let back: Urgency = serde_json::from_str(&json).unwrap();
    assert_eq!(back.level(), both.level());
    assert_eq!(back.from_text().level(), text.level());
}
