//! The cases of `testdata/reply`.

use super::*;
use serde::Deserialize;
use serde::de::DeserializeOwned;
use std::collections::BTreeSet;

#[derive(Deserialize)]
struct File<T> {
    case: Vec<Case<T>>,
}

#[derive(Deserialize)]
struct Case<T> {
    name: String,
    #[serde(flatten)]
    rest: T,
}

fn cases<T: DeserializeOwned>(text: &str) -> Vec<(String, T)> {
    let file: File<T> = toml::from_str(text).unwrap();
    let names: BTreeSet<&str> = file.case.iter().map(|case| case.name.as_str()).collect();
    assert_eq!(names.len(), file.case.len(), "names are not unique");
    file.case.into_iter().map(|case| (case.name, case.rest)).collect()
}

#[derive(Deserialize)]
struct Name {
    typed: String,
    initials: String,
    first: Option<String>,
    particle: Option<String>,
    surname: Option<String>,
    full: Option<String>,
}

#[test]
fn names() {
    for (case, given) in cases::<Name>(include_str!("../../../testdata/reply/names.toml")) {
        let name = PersonName::new(&given.typed).unwrap();
        assert_eq!(name.initials(), given.initials, "{case}");
        assert!(Sign::new(name.initials()).is_ok(), "{case}");
        let parts = [
            (given.first, Some(name.first_name().to_owned())),
            (given.particle, name.particle().map(str::to_owned)),
            (given.surname, name.surname().map(str::to_owned)),
            (given.full, Some(name.full())),
        ];
        for (expected, found) in parts {
            assert!(expected.is_none() || expected == found, "{case}: {found:?}");
        }
        let json = serde_json::to_string(&name).unwrap();
        assert_eq!(serde_json::from_str::<PersonName>(&json).unwrap(), name, "{case}");
    }
}

#[derive(Deserialize)]
struct Signed {
    text: String,
    signs: Vec<String>,
    at: Option<(usize, usize)>,
}

#[test]
fn signs_are_read_back() {
    for (case, given) in cases::<Signed>(include_str!("../../../testdata/reply/signed.toml")) {
        let found = Sign::find_all_in(&given.text);
        let signs: Vec<&str> = found.iter().map(|found| found.sign().as_str()).collect();
        assert_eq!(signs, given.signs, "{case}");
        let last = found.last().map(FoundSign::range);
        if let Some((start, end)) = given.at {
            assert_eq!(last, Some(start..end), "{case}");
        }
        assert_eq!(Sign::find_in(&given.text).as_ref(), found.last(), "{case}");
    }
}

#[derive(Deserialize)]
struct Names {
    names: Vec<String>,
    signs: Vec<String>,
}

#[test]
fn teams() {
    for (case, given) in cases::<Names>(include_str!("../../../testdata/reply/teams.toml")) {
        let mut team = Team::new();
        for (index, name) in given.names.iter().enumerate() {
            team.add(&format!("u-{index}"), name).unwrap();
        }
        let signs: Vec<&str> = team.members().iter().map(|member| member.sign().as_str()).collect();
        assert_eq!(signs, given.signs, "{case}");
    }
}

#[derive(Deserialize)]
struct Length {
    text: String,
    limit: serde_json::Value,
    counts: usize,
    fits: Option<usize>,
}

#[test]
fn lengths() {
    for (case, given) in cases::<Length>(include_str!("../../../testdata/reply/lengths.toml")) {
        let limit = TextLimit::from_value(&given.limit).unwrap();
        assert_eq!(limit.count(&given.text), given.counts, "{case}");
        let left = limit.max().map(|max| i64::try_from(max).unwrap());
        let left = left.map(|max| max - i64::try_from(given.counts).unwrap());
        assert!(limit.remaining(&given.text) <= left, "{case}");
        if let Some(fits) = given.fits {
            assert_eq!(limit.fitting(&given.text), fits, "{case}");
        }
        let written = serde_json::to_value(&limit).unwrap();
        assert_eq!(TextLimit::from_value(&written).unwrap(), limit, "{case}");
    }
}
