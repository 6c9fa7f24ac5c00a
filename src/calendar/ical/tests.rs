//! The files of `testdata/calendar/ical`, and files that mean harm.

use super::IcalImport;
use crate::calendar::{BusinessHours, Calendar, Reason};
use chrono_tz::Tz;
use proptest::prelude::*;
use std::fmt::Write;

const WEB: &str = include_str!("../../../testdata/calendar/ical/web_agenda.ics");
const OUTLOOK: &str = include_str!("../../../testdata/calendar/ical/outlook.ics");
const WRONG: &str = include_str!("../../../testdata/calendar/ical/wrong.ics");

fn read(file: &str) -> IcalImport {
    IcalImport::read(file, Tz::Europe__Amsterdam)
}

fn closings(import: &IcalImport) -> Vec<String> {
    let closings = import.closings().iter();
    let text = closings.map(|closing| {
        let reason = closing.reason().map_or("-", Reason::dutch);
        format!("{} to {}: {reason}", closing.from(), closing.to())
    });
    text.collect()
}

fn skipped(import: &IcalImport) -> Vec<String> {
    import.skipped().iter().map(ToString::to_string).collect()
}

fn event(properties: &str) -> IcalImport {
    read(&format!("BEGIN:VCALENDAR\nBEGIN:VEVENT\n{properties}\nEND:VEVENT\nEND:VCALENDAR\n"))
}

#[test]
fn days_years_exceptions_and_moved_times_of_a_web_agenda() {
    let import = read(WEB);
    assert_eq!(skipped(&import), [""; 0]);
    assert_eq!(
        closings(&import),
        [
            "2026-12-24 00:00:00 to 2027-01-04 00:00:00: Kerstsluiting, ook voor de winkel",
            "2025-06-26 00:00:00 to 2025-06-27 00:00:00: Zomerfeest",
            "2028-06-26 00:00:00 to 2028-06-27 00:00:00: Zomerfeest",
            "2026-06-27 00:00:00 to 2026-06-28 00:00:00: Zomerfeest (op zaterdag)",
            "2026-11-03 14:00:00 to 2026-11-03 16:00:00: Brandoefening",
        ]
    );
    let calendar = Calendar::builder(Tz::Europe__Amsterdam, BusinessHours::always())
        .closings(import.closings().iter().cloned())
        .build()
        .unwrap();
    let during = calendar.notice("2026-11-03T13:30:00Z".parse().unwrap());
    assert_eq!(during.in_english(), "We are closed (Brandoefening) and open again today at 16:00.");
}

#[test]
fn zones_as_outlook_and_others_name_them_with_durations_and_months() {
    let import = read(OUTLOOK);
    assert_eq!(skipped(&import), [""; 0]);
    assert_eq!(
        closings(&import),
        [
            "2026-09-01 09:00:00 to 2026-09-01 12:30:00: Team meeting",
            "2026-10-06 09:00:00 to 2026-10-06 12:30:00: Team meeting",
            "2026-11-03 09:00:00 to 2026-11-03 12:30:00: Team meeting",
            "2026-11-06 16:00:00 to 2026-11-06 17:30:00: Borrel",
            "2026-11-06 12:00:00 to 2026-11-06 13:00:00: Call with New York",
            "2026-11-10 10:00:00 to 2026-11-11 10:00:00: Verhuizing",
            "2026-11-12 10:00:00 to 2026-11-13 10:00:00: Verhuizing",
            "2026-11-13 10:00:00 to 2026-11-14 10:00:00: Verhuizing",
        ]
    );
}

#[test]
fn what_is_not_read_is_told_with_its_line() {
    let import = read(WRONG);
    assert_eq!(closings(&import), ["2026-12-31 00:00:00 to 2027-01-01 00:00:00: Goed"]);
    assert_eq!(
        skipped(&import),
        [
            "line 1: VCALENDAR is not ended",
            "line 3: only events are read, found \"VTODO\"",
            "line 6: \"Zonder begin\": DTSTART is missing",
            "line 10: \"Dertig februari\": there is no day \"20260230\"",
            "line 15: \"Nul dagen\": does not end after it starts",
            "line 19: \"Zonder einde\": has no end and no duration",
            "line 23: unknown zone \"Atlantis/Poseidonis\"",
            "line 28: \"Elk uur\": a rule with FREQ=HOURLY is not read",
            "line 33: \"Bij volle maan\": RRule parsing error: `BYMOON` is not a valid property parameter.",
            "line 38: \"Al voorbij\": the rule ends before it starts",
            "line 42: \"Niets over\": no time of it is left",
            "line 47: \"Afgezegd\": is cancelled",
            "line 53: \"Twee keer\": DTSTART is there twice",
            "line 57: \"Lang geleden\": is not within 1970 to 2099",
            "line 61: \"Voor altijd\": ends after the year 9999",
            "line 67: \"Van twee soorten\": expected start and end to be dates both, or times both",
            "line 72: \"Twee einden\": has both an end and a duration",
            "line 77: \"De zestigste seconde\": there is no time \"100060\"",
            "line 83: \"Een maand\": expected a duration such as \"PT2H\", found \"P1M\"",
            "line 89: \"Met perioden\": RDATE with periods is not read",
            "line 96: END:VJOURNAL ends nothing that is open",
            "line 97: \"Niet af\": the event is not ended",
        ]
    );
}

#[test]
fn a_file_of_another_kind_is_told_at_its_first_line() {
    for (file, expected) in [
        ("", "line 1: expected BEGIN:VCALENDAR, found nothing"),
        ("naam,datum\nKerst,25-12", "line 1: expected BEGIN:VCALENDAR, found \"naam,datum\""),
        ("BEGIN:VCARD\nEND:VCARD", "line 1: expected BEGIN:VCALENDAR, found \"VCARD\""),
    ] {
        assert_eq!(skipped(&read(file)), [expected]);
    }
    let binary =
        IcalImport::read(b"BEGIN:VEVENT\nDTSTART:20261224\nSUMMARY:\xFF\nEND:VEVENT", Tz::UTC);
    assert_eq!(skipped(&binary), ["line 3: expected UTF-8"]);
    assert!(binary.closings().is_empty());
}

#[test]
fn folding_may_cut_a_character() {
    let file =
        b"BEGIN:VEVENT\r\nDTSTART:20261224\r\nSUMMARY:Caf\xC3\r\n \xA9 dicht\r\nEND:VEVENT\r\n";
    let import = IcalImport::read(file, Tz::UTC);
    assert_eq!(closings(&import), ["2026-12-24 00:00:00 to 2026-12-25 00:00:00: Café dicht"]);
}

#[test]
fn a_series_keeps_its_local_time_when_the_clocks_change() {
    // Weekly at 10:00 in New York: 15:00 in Amsterdam, and 14:00 between the changes.
    let import = event(
        "DTSTART;TZID=America/New_York:20261018T100000\nDTEND;TZID=America/New_York:20261018T110000\n\
         RRULE:FREQ=WEEKLY;UNTIL=20261101T150000Z",
    );
    assert_eq!(
        closings(&import),
        [
            "2026-10-18 16:00:00 to 2026-10-18 17:00:00: -",
            "2026-10-25 15:00:00 to 2026-10-25 16:00:00: -",
            "2026-11-01 16:00:00 to 2026-11-01 17:00:00: -",
        ]
    );
}

#[test]
fn every_year_means_every_year_that_a_calendar_knows() {
    let import = event("DTSTART;VALUE=DATE:20240229\nRRULE:FREQ=YEARLY");
    let days = closings(&import);
    assert_eq!(days.len(), 19); // 2024 to 2096
    assert!(days.last().unwrap().starts_with("2096-02-29"));
    let import = event("DTSTART;VALUE=DATE:19001224\nRRULE:FREQ=YEARLY\nSUMMARY: \\n ");
    assert_eq!(import.closings().len(), 130);
    assert!(import.closings().iter().all(|closing| closing.reason().is_none()));
    let import = event("DTSTART;VALUE=DATE:20260101\nRRULE:FREQ=YEARLY;INTERVAL=0");
    assert_eq!(skipped(&import), ["line 4: the rule has an interval of 0"]);
}

#[test]
fn long_summaries_are_cut_and_files_that_mean_harm_come_to_an_end() {
    let import = event(&format!("DTSTART;VALUE=DATE:20260101\nSUMMARY:{}", "é".repeat(300_000)));
    let reason = import.closings()[0].reason().unwrap();
    assert_eq!(reason.dutch().chars().count(), 201);
    assert!(reason.dutch().ends_with('…'));

    let mut file = "BEGIN:VCALENDAR\n".repeat(20_000);
    for number in 0..120 {
        let rule = "FREQ=DAILY;COUNT=1000";
        write!(file, "BEGIN:VEVENT\nUID:{number}\nDTSTART:20260101\nRRULE:{rule}\nEND:VEVENT\n")
            .unwrap();
    }
    let params = "A=\"b\";".repeat(50_000);
    write!(file, "BEGIN:VEVENT\nDTSTART;{params}:20260101\nEND:VEVENT\n").unwrap();
    file.push_str(&"END:VEVENT\n".repeat(20_000));
    let import = read(&file);
    assert_eq!(import.closings().len(), 50_000);
    let told = skipped(&import);
    assert!(
        told.contains(&format!(
            "line {}: more than 50000 closings in one file",
            20_000 + 5 * 50 + 3
        ))
    );
    assert!(told.contains(&format!("line {}: more than 100 events repeat", 20_000 + 5 * 100 + 4)));
}

#[test]
fn rules_that_find_nothing_use_up_what_a_file_may_cost() {
    for never in ["FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30", "FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30"] {
        let mut file = String::new();
        for number in 0..15 {
            write!(
                file,
                "BEGIN:VEVENT\nUID:{number}\nDTSTART:20260101\nRRULE:{never}\nEND:VEVENT\n"
            )
            .unwrap();
        }
        // A rule as holidays have it comes too late here, and is told.
        file.push_str("BEGIN:VEVENT\nDTSTART:20261225\nRRULE:FREQ=YEARLY\nEND:VEVENT\n");
        let told = skipped(&read(&file));
        let refused =
            |fault: &&String| fault.ends_with("the rules before this one took too much work");
        assert_eq!(told.iter().filter(refused).count(), 6, "{never}: {told:#?}");
        assert_eq!(told.last().unwrap(), "line 78: the rules before this one took too much work");
    }
}

#[test]
fn a_hundred_rules_of_every_day_life_are_within_what_a_file_may_cost() {
    let rules = ["FREQ=YEARLY", "FREQ=WEEKLY;BYDAY=MO;COUNT=52", "FREQ=MONTHLY;BYMONTHDAY=1"];
    let mut file = String::new();
    for (number, rule) in (0..100).zip(rules.iter().cycle()) {
        write!(file, "BEGIN:VEVENT\nUID:{number}\nDTSTART:20260101\nRRULE:{rule}\nEND:VEVENT\n")
            .unwrap();
    }
    assert!(skipped(&read(&file)).is_empty());
}

#[test]
fn a_rule_from_before_1900_is_told() {
    let import = event("DTSTART;VALUE=DATE:00010228\nRRULE:FREQ=DAILY;BYMONTH=2;BYMONTHDAY=28");
    assert_eq!(skipped(&import), ["line 4: a rule from before 1900 is not read"]);
}

/// Lines that a file could have, in any order.
fn line() -> impl Strategy<Value = String> {
    let known = [
        "BEGIN:VCALENDAR",
        "END:VCALENDAR",
        "BEGIN:VEVENT",
        "END:VEVENT",
        "BEGIN:VALARM",
        "END:VALARM",
        "DTSTART:20261224",
        "DTSTART:20261224T100000Z",
        "DTEND:20261225",
        "DURATION:PT1H",
        "UID:1",
        "RRULE:FREQ=YEARLY;COUNT=3",
        "RRULE:FREQ=MONTHLY;BYMONTHDAY=31;COUNT=2",
        "EXDATE:20261224",
        "RECURRENCE-ID:20271224",
        "SUMMARY:Kerst",
        "STATUS:CANCELLED",
        " gevouwen",
        "",
    ];
    prop_oneof![9 => prop::sample::select(known.to_vec()).prop_map(str::to_owned), 1 => ".{0,40}"]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(512))]

    #[test]
    fn every_event_is_read_or_told(lines in prop::collection::vec(line(), 0..30)) {
        let file = lines.join("\n");
        let import = read(&file);
        let events = lines.iter().filter(|line| *line == "BEGIN:VEVENT").count();
        // An event gives closings or a note; only one that is all exceptions to a series
        // gives both to another. Every closing is a real one.
        prop_assert!(events <= import.closings().len() + import.skipped().len());
        prop_assert!(import.closings().iter().all(|closing| closing.from() < closing.to()));
        let last = lines.len().max(1);
        for fault in import.skipped() {
            let line: usize = fault.path().strip_prefix("line ").unwrap().parse().unwrap();
            prop_assert!((1..=last).contains(&line), "{}", fault);
        }
    }

    #[test]
    fn any_bytes_come_to_an_end(bytes in prop::collection::vec(any::<u8>(), 0..400)) {
        let import = IcalImport::read(&bytes, Tz::Europe__Amsterdam);
        prop_assert!(import.closings().is_empty());
    }
}
