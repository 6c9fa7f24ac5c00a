//! What people write: all faults at once, and written back as it was read.

use super::*;
use serde_json::json;

fn faults(error: &crate::Error) -> Vec<String> {
    error.faults().iter().map(ToString::to_string).collect()
}

#[test]
fn faults_of_a_limit() {
    let wrong = json!({ "max": 0, "unit": "grapheme", "link": "23", "size": 1 });
    assert_eq!(
        faults(&TextLimit::from_value(&wrong).unwrap_err()),
        [
            "limit.max: expected a number above 0, found 0",
            "limit.unit: unknown value \"grapheme\"; did you mean \"graphemes\"?",
            "limit.link: expected a whole number, found the text \"23\"",
            "limit.size: unknown key; expected one of max, unit, max_bytes, link, bare_links, \
             remote_handles, whole_emoji",
        ]
    );
}

#[test]
fn faults_of_signature_rules() {
    let wrong = json!({
        "default": "initial",
        "rules": [{ "style": "none" }, { "channel": " ", "audience": "publik" }],
    });
    assert_eq!(
        faults(&SignatureRules::from_value(&wrong).unwrap_err()),
        [
            "signatures.default: unknown value \"initial\"; did you mean \"initials\"?",
            "signatures.rules[0]: expected a channel, an audience, or both; \"default\" is for the rest",
            "signatures.rules[1].channel: expected a name, found a blank text",
            "signatures.rules[1].audience: unknown value \"publik\"; did you mean \"public\"?",
            "signatures.rules[1]: \"style\" is missing",
        ]
    );
}

#[test]
fn signature_rules_are_written_as_they_are_read() {
    let value = json!({
        "default": "none",
        "rules": [
            { "channel": "x", "audience": "private", "style": "first_name" },
            { "channel": "x", "style": "initials" },
        ],
    });
    let rules = SignatureRules::from_value(&value).unwrap();
    assert_eq!(serde_json::to_value(&rules).unwrap(), value);
    assert_eq!(rules.style(&ChannelKind::X, Audience::Private), Style::FirstName);
    assert_eq!(rules.style(&ChannelKind::X, Audience::Public), Style::Initials);
    assert_eq!(rules.style(&ChannelKind::Sms, Audience::Private), Style::None);
    let always = SignatureRules::always(Style::FullName);
    assert_eq!(always.style(&ChannelKind::X, Audience::Public), Style::FullName);
}

#[test]
fn a_team_keeps_written_signs_and_gives_the_missing_ones() {
    let value = json!([
        { "id": "u-1", "name": "Rosa Lemmens" },
        { "id": "u-2", "name": "Ruben de Leeuw", "sign": "RL" },
        { "id": "u-3", "name": "Rik Lomans", "left": true },
    ]);
    let team = Team::from_value(&value).unwrap();
    let signs: Vec<&str> = team.members().iter().map(|member| member.sign().as_str()).collect();
    assert_eq!(signs, ["RLe", "RL", "RLo"]);
    assert!(team.signature("u-3", Style::Initials).is_none());
    assert_eq!(team.who_signed("Dag. ^RLo").map(Member::id), Some("u-3"));
    let written = serde_json::to_value(&team).unwrap();
    assert_eq!(serde_json::from_value::<Team>(written).unwrap(), team);
}

#[test]
fn faults_of_a_team() {
    let wrong = json!([
        { "id": "u-1", "name": "Rosa Lemmens", "sign": "RL" },
        { "id": " u-1 ", "name": "Rik Lomans" },
        { "id": "u-3", "name": "Ria Laan", "sign": "rl" },
    ]);
    assert_eq!(
        faults(&Team::from_value(&wrong).unwrap_err()),
        [
            "team[1].id: \"u-1\" is in the team already",
            "team[2].sign: \"rl\" is the sign of \"u-1\"",
        ]
    );
    let wrong = json!([{ "id": "", "name": "!!", "sign": "^RL", "gone": true }]);
    assert_eq!(
        faults(&Team::from_value(&wrong).unwrap_err()),
        [
            "team[0].id: expected a name, found a blank text",
            "team[0].name: expected a name with a letter in it",
            "team[0].sign: expected 1 to 16 letters and digits, a letter first",
            "team[0].gone: unknown key; expected one of id, name, sign, left",
        ]
    );
}

#[test]
fn who_left_keeps_the_sign() {
    let mut team = Team::new();
    team.add("u-1", "Rosa Lemmens").unwrap();
    assert!(team.leave("u-1"));
    assert!(!team.leave("u-9"));
    assert_eq!(team.add("u-2", "Rik Lomans").unwrap().sign().as_str(), "RLo");
    assert!(team.member("u-1").unwrap().has_left());
    assert!(team.add_as("u-3", "Rik Laan", "RL").is_err());
    assert!(team.add("u-2", "Rik Laan").is_err());
    assert!(team.add(" ", "Rik Laan").is_err());
}

#[test]
fn who_signed_is_known_by_sign_or_by_a_name_that_only_one_has() {
    let mut team = Team::new();
    team.add("u-1", "Rosa Lemmens").unwrap();
    team.add("u-2", "Rosa de Wit").unwrap();
    team.add("u-3", "Ruben de Leeuw").unwrap();
    let who = |text: &str| team.who_signed(text).map(Member::id);
    assert_eq!(who("Dag! ^RdW"), None);
    assert_eq!(who("Dag! ^RW"), Some("u-2"));
    assert_eq!(who("Dag! ^rl"), Some("u-1"));
    assert_eq!(who("Groetjes, Rosa de Wit"), Some("u-2"));
    assert_eq!(who("Groetjes, Rosa"), None);
    assert_eq!(who("Groetjes Ruben!"), Some("u-3"));
    assert_eq!(who("Dag! Zegt Ruben"), None);
}

#[test]
fn names_that_are_none() {
    for name in ["", "  ", "123", "(Joop)", "a\nb", &"a".repeat(257)] {
        assert!(PersonName::new(name).unwrap_err().is_invalid(), "{name}");
    }
    assert!(PersonName::new(&"a".repeat(256)).is_ok());
}
