//! The cases of `testdata/classify/adapted.toml` and `adaptation_faults.toml`.

use super::mention;
use crate::classify::{Adaptation, BuiltIn, Classification, Classifier, Polarity, UrgencyLevel};
use crate::judgement::Confidence;
use crate::language::{Detection, Language};
use serde::Deserialize;
use serde_json::{Value, json};
use std::collections::BTreeSet;

#[derive(Deserialize)]
struct Cases<C> {
    case: Vec<C>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Case {
    name: String,
    lang: String,
    title: Option<String>,
    text: String,
    words: Value,
    plain: Option<Labels>,
    sentiment: Option<String>,
    intent: Option<String>,
    urgency: Option<String>,
    because: Option<String>,
}

#[derive(Clone, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
struct Labels {
    sentiment: Option<String>,
    intent: Option<String>,
    urgency: Option<String>,
}

impl Labels {
    /// What of it `judged` does not have.
    fn missed(&self, judged: &Classification) -> Vec<String> {
        let found = [
            (&self.sentiment, judged.sentiment().polarity().map(Polarity::as_str)),
            (&self.intent, judged.intent().label().map(|intent| intent.as_str())),
            (&self.urgency, judged.urgency().level().map(UrgencyLevel::as_str)),
        ];
        let wrong = found.into_iter().filter_map(|(expected, found)| {
            let (expected, found) = (expected.as_deref()?, found.unwrap_or("undetermined"));
            (expected != found).then(|| format!("{found}, not {expected}"))
        });
        wrong.collect()
    }
}

#[test]
fn words_of_a_host() {
    let file = include_str!("../../../../testdata/classify/adapted.toml");
    let cases: Cases<Case> = toml::from_str(file).unwrap();
    let (mut names, mut faults) = (BTreeSet::new(), Vec::new());
    for case in &cases.case {
        assert!(names.insert(&case.name), "two cases are named {:?}", case.name);
        let lists = json!([{ "name": "test", "words": case.words }]);
        let adaptation = Adaptation::from_value(&json!({ "word_lists": lists })).unwrap();
        let mention = mention(case.title.as_deref(), &case.text);
        let told = Detection::new(Language::from_code(&case.lang), Confidence::CERTAIN);
        let adapted = BuiltIn::new().overrides(adaptation.overrides().clone());
        let judged = adapted.classify(&mention, &told);

        let plain = case.plain.clone().unwrap_or_default();
        let plainly = plain.missed(&BuiltIn::new().classify(&mention, &told));
        let wanted = Labels {
            sentiment: case.sentiment.clone(),
            intent: case.intent.clone(),
            urgency: case.urgency.clone(),
        };
        let missed = wanted.missed(&judged);
        if !plainly.is_empty() || !missed.is_empty() {
            faults.push(format!("{}: {missed:?}; plainly {plainly:?}", case.name));
        }
        if let Some(because) = &case.because {
            let evidence = judged.sentiment().evidence();
            let shown: Vec<_> = evidence.iter().map(|one| one.describe(&case.text)).collect();
            if !shown.contains(because) {
                faults.push(format!("{}: because of {shown:?}", case.name));
            }
        }
    }
    assert!(faults.is_empty(), "{} of {}:\n{}", faults.len(), cases.case.len(), faults.join("\n"));
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Broken {
    name: String,
    config: Value,
    faults: Vec<String>,
}

#[test]
fn all_faults_are_told_at_once_with_their_places() {
    let file = include_str!("../../../../testdata/classify/adaptation_faults.toml");
    let cases: Cases<Broken> = toml::from_str(file).unwrap();
    for case in cases.case {
        let error = Adaptation::from_value(&case.config).unwrap_err();
        let found: Vec<String> = error.faults().iter().map(ToString::to_string).collect();
        assert_eq!(found, case.faults, "{}", case.name);
    }
}

#[test]
fn a_whole_table_survives_a_round_trip() {
    let adaptation: Adaptation = toml::from_str(
        r#"
        word_lists = [
            { name = "sector", language = "nl", words = [
                { phrase = "gaslucht", urgency = 62.5, replaces = false },
                { phrase = ["bruin water", "troebel water"], intent = { complaint = 2.5 } },
            ] },
            { name = "own", words = [{ phrase = "War Zone", valence = 0, language = "en" }] },
        ]
        [known]
        reach = { points = 2.5, per = "doubling", above = 500, most = 20 }
        earlier_contacts = { points = 4 }
        open_cases = { points = -1, most = 3 }
        flags = { VIP = 15, "gold member" = 5 }
        may_lower_critical = true
        [thresholds]
        abstain_below = { sentiment = 0.6, intent = 0.5 }
        urgency_from = { normal = 15, critical = 90 }
        "#,
    )
    .unwrap();
    let value = serde_json::to_value(&adaptation).unwrap();
    assert_eq!(Adaptation::from_value(&value).unwrap(), adaptation);
    let text = toml::to_string(&adaptation).unwrap();
    assert_eq!(toml::from_str::<Adaptation>(&text).unwrap(), adaptation);
    assert_eq!(value["word_lists"][0]["words"][0]["replaces"], json!(false));
    assert_eq!(value["word_lists"][1]["words"][0]["phrase"], json!("War Zone"));
    assert_eq!(value["known"]["flags"]["vip"], json!(15.0));
    assert_eq!(value["thresholds"]["urgency_from"]["high"], json!(50.0));

    let empty = Adaptation::new();
    let value = serde_json::to_value(&empty).unwrap();
    assert_eq!(Adaptation::from_value(&value).unwrap(), empty);
    assert_eq!(Adaptation::from_value(&json!({})).unwrap(), empty);
}
