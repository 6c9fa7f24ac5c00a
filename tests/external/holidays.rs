//! Holidays of the Netherlands and Belgium, as python-holidays and date-holidays list
//! them. What each counts as public is asked for by switching days on and off.

use crate::cases::{Tally, files, folder, same};
use chrono::{DateTime, Datelike, Days, NaiveDate, TimeDelta, Utc};
use serde_json::{Value, json};
use std::collections::{BTreeMap, BTreeSet};
use webcare::calendar::{Calendar, Holiday, HolidayDate, Holidays, LiberationDay};

const FOLDER: &str = "holidays";

#[test]
fn holidays() {
    let Some(folder) = folder(FOLDER) else { return };
    let mut failures = Vec::new();
    for path in files(&folder, &["json"]) {
        let content: Value =
            serde_json::from_str(&std::fs::read_to_string(&path).unwrap()).unwrap();
        let mut tally = Tally::new(FOLDER, &path);
        if let Some(countries) = content.get("countries") {
            check_categories(countries, &mut tally);
        } else if let Some(fixtures) = content.get("fixtures") {
            check_fixtures(fixtures, &mut tally);
        } else if let Some(differences) = content.as_array() {
            check_differences(differences, &mut tally);
        } else {
            tally.case("format", || Err("unknown".to_owned()));
        }
        failures.extend(tally.finish());
    }
    assert!(failures.is_empty(), "{}", failures.join("\n"));
}

fn date(value: &Value) -> NaiveDate {
    value.as_str().unwrap()[..10].parse().unwrap()
}

fn dates(holidays: &Holidays, year: i32) -> BTreeSet<NaiveDate> {
    holidays.in_year(year).iter().map(HolidayDate::date).collect()
}

/// python-holidays: country, category, days.
fn check_categories(countries: &Value, tally: &mut Tally) {
    for (country, categories) in countries.as_object().unwrap() {
        for (category, days) in categories.as_object().unwrap() {
            let mut years: BTreeMap<i32, BTreeSet<NaiveDate>> = BTreeMap::new();
            for day in days.as_array().unwrap().iter().map(|day| date(&day["date"])) {
                years.entry(day.year()).or_default().insert(day);
            }
            for (year, days) in years {
                tally.case(&format!("{country} {category} {year}"), || {
                    let kept = category_of_python(country, category)?;
                    same(dates(&kept, year), days)
                });
            }
        }
    }
}

fn category_of_python(country: &str, category: &str) -> Result<Holidays, String> {
    let liberation =
        Holidays::none().with(Holiday::LiberationDay).liberation_day(LiberationDay::Yearly);
    Ok(match (country, category) {
        ("NL", "public") => Holidays::nl().with(Holiday::GoodFriday),
        ("NL", "optional") => liberation,
        ("BE", "public") => Holidays::be(),
        ("BE", "bank") => Holidays::none()
            .with(Holiday::GoodFriday)
            .with(Holiday::DayAfterAscension)
            .with(Holiday::SecondChristmasDay),
        (_, "school") => Holidays::none(),
        _ => return Err("unknown country or category".to_owned()),
    })
}

/// date-holidays: `BE-VLG-2015` to a list of days of several types.
fn check_fixtures(fixtures: &Value, tally: &mut Tally) {
    for (name, days) in fixtures.as_object().unwrap() {
        let days = days.as_array().unwrap();
        let (country, year) = (&name[..2], name[name.len() - 4..].parse().unwrap());
        let listed = |kind: &str| -> BTreeSet<NaiveDate> {
            days.iter().filter(|day| day["type"] == kind).map(|day| date(&day["date"])).collect()
        };
        tally.case(&format!("{name} public"), || {
            let kept = match country {
                "NL" => Holidays::nl().liberation_day(LiberationDay::Never),
                "BE" => Holidays::be().without(Holiday::EasterSunday).without(Holiday::WhitSunday),
                _ => return Err("unknown country".to_owned()),
            };
            same(dates(&kept, year), listed("public"))
        });
        for day in days {
            let known = holiday(country, day["name"].as_str().unwrap());
            tally.case(&format!("{name} {}", day["name"]), || {
                known
                    .map_or(Ok(()), |known| same(known.in_year(year), Some(date(&day["date"]))))?;
                check_instants(country, day)
            });
        }
    }
}

/// The holiday of a name that is kept in a region, or is open by default.
fn holiday(country: &str, name: &str) -> Option<Holiday> {
    Some(match (country, name) {
        (_, "Goede Vrijdag") => Holiday::GoodFriday,
        ("NL", "Bevrijdingsdag") => Holiday::LiberationDay,
        ("NL", "Koningsdag") => Holiday::KingsDay,
        ("NL", "Oudejaarsavond") => Holiday::NewYearsEve,
        ("BE", "Fête de l'Iris") => Holiday::IrisDay,
        ("BE", "Feestdag van de Vlaamse Gemeenschap") => Holiday::FlemishCommunityDay,
        ("BE", "La fête de la communauté française") => Holiday::FrenchCommunityDay,
        ("BE", "Tag der Deutschsprachigen Gemeinschaft") => Holiday::GermanCommunityDay,
        ("BE", "Allerzielen" | "Fête des morts" | "Allerseelen") => Holiday::AllSoulsDay,
        ("BE", "Pasen" | "Pâques" | "Ostersonntag") => Holiday::EasterSunday,
        ("BE", "Pinksteren" | "Pentecôte" | "Pfingstsonntag") => Holiday::WhitSunday,
        ("BE", "Tweede kerstdag") => Holiday::SecondChristmasDay,
        _ => return None,
    })
}

/// A team that is closed on that day alone is closed from `start` to `end`.
fn check_instants(country: &str, day: &Value) -> Result<(), String> {
    if !day["date"].as_str().unwrap().ends_with("00:00:00") {
        return Ok(());
    }
    let instant = |key: &str| day[key].as_str().unwrap().parse::<DateTime<Utc>>().unwrap();
    let (start, end) = (instant("start"), instant("end"));
    let zone = if country == "NL" { "Europe/Amsterdam" } else { "Europe/Brussels" };
    thread_local! {
        static ALWAYS: [Calendar; 2] = ["Europe/Amsterdam", "Europe/Brussels"].map(|zone| {
            Calendar::from_value(&json!({ "zone": zone, "hours": { "mon-sun": ["00:00-24:00"] } })).unwrap()
        });
    }
    let date = date(&day["date"]);
    let next = date.checked_add_days(Days::new(1)).unwrap();
    ALWAYS.with(|always| {
        let always = always.iter().find(|calendar| calendar.zone().name() == zone).unwrap();
        let noon = |date: NaiveDate| date.and_hms_opt(12, 0, 0).unwrap().and_utc();
        let before = noon(date) - TimeDelta::days(1);
        same(always.end_of_day(before, 0).unwrap(), start)?;
        same(always.end_of_day(noon(date), 0).unwrap(), end)?;
        same(end.with_timezone(&always.zone()).date_naive(), next)
    })
}

/// Days that only one of the two lists: kept, once they are switched on.
fn check_differences(differences: &[Value], tally: &mut Tally) {
    for difference in differences {
        let (country, day) = (difference["country"].as_str().unwrap(), date(&difference["date"]));
        tally.case(&format!("{country} {day}"), || {
            let kept = match country {
                "NL" => Holidays::nl().with(Holiday::GoodFriday),
                "BE" => Holidays::be(),
                _ => return Err("unknown country".to_owned()),
            };
            same(kept.on(day).is_some(), difference["where"] == "only python-holidays")
        });
    }
}
