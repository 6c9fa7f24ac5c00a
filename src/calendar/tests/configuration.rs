//! What a person may write, and what is said when it is wrong.

use crate::calendar::{BusinessHours, Calendar, Closing, Holidays, Reason};
use chrono::{DateTime, NaiveDate, TimeDelta, Utc};
use serde_json::{Value, json};

const _: fn() = || {
    fn shared<T: Send + Sync + 'static>() {}
    shared::<Calendar>();
    shared::<crate::calendar::Calendars>();
};

fn faults(value: &Value) -> Vec<String> {
    let error = Calendar::from_value(value).unwrap_err();
    assert!(error.is_invalid());
    error.faults().iter().map(ToString::to_string).collect()
}

fn at(text: &str) -> DateTime<Utc> {
    text.parse().unwrap()
}

#[test]
fn all_faults_come_at_once_with_their_places() {
    assert_eq!(
        faults(&json!({
            "zone": "Europe/Amsterdm",
            "hours": { "mon": ["09:00-12:00", "11:00-13:00"], "tue": ["10:00-10:00"] },
            "holidays": { "set": "nl", "with": ["carnaval"] },
            "exceptions": { "2026-02-30": [], "2026-12-24": ["09:00-12:00", "11:00-14:00"], "kerst": [], "2026-12-28": "closed" },
            "versions": [
                { "hours": {} },
                { "from": "2026-13-01" },
                { "from": "2027-01-01", "hours": { "mon": ["25:00-26:00"] } },
                { "from": "2026-06-01", "hours": { "wed": ["09:00-17:00"] }, "zone": "UTC" },
            ],
            "timezone": "UTC",
        })),
        [
            "calendar.zone: unknown zone \"Europe/Amsterdm\"; did you mean \"Europe/Amsterdam\"?",
            "calendar.hours.tue[0]: \"10:00-10:00\" is empty; the whole day is \"00:00-24:00\"",
            "calendar.hours.mon[1]: \"11:00-13:00\" overlaps \"09:00-12:00\" on mon",
            "calendar.holidays.with[0]: unknown value \"carnaval\"; expected one of new_year, good_friday, \
             easter_sunday, easter_monday, kings_day, labour_day, liberation_day, iris_day, ascension_day, \
             day_after_ascension, whit_sunday, whit_monday, flemish_community_day, belgian_national_day, \
             assumption_day, wallonia_day, french_community_day, all_saints_day, all_souls_day, armistice_day, \
             german_community_day, christmas_eve, christmas_day, second_christmas_day, new_years_eve",
            "calendar.exceptions.2026-02-30: there is no day \"2026-02-30\"",
            "calendar.exceptions.2026-12-24: \"11:00-14:00\" overlaps \"09:00-12:00\"",
            "calendar.exceptions.2026-12-28: expected a list, found the text \"closed\"",
            "calendar.exceptions.kerst: expected a date such as \"2026-12-24\", found \"kerst\"",
            "calendar.versions[0]: \"from\" is missing",
            "calendar.versions[1].from: there is no day \"2026-13-01\"",
            "calendar.versions[2].hours.mon[0]: expected hours such as \"09:00-17:00\", found \"25:00-26:00\"",
            "calendar.versions[3].from: expected a date after 2027-01-01, found 2026-06-01",
            "calendar.versions[3].zone: unknown key; expected one of from, hours, holidays",
            "calendar.timezone: unknown key; expected one of zone, hours, holidays, exceptions, closings, versions",
        ]
    );
    assert_eq!(
        faults(&json!({})),
        ["calendar: \"zone\" is missing", "calendar: \"hours\" is missing"]
    );
    assert_eq!(
        faults(&json!({ "zone": "Mars/Olympus", "hours": 5 })),
        [
            "calendar.zone: unknown zone \"Mars/Olympus\"; expected an IANA name such as \"Europe/Amsterdam\"",
            "calendar.hours: expected a table, found the number 5",
        ]
    );
}

#[test]
fn a_calendar_that_never_opens_is_refused_where_its_last_hours_stand() {
    let never = "expected at least one day with hours, found a calendar that never opens";
    assert_eq!(
        faults(&json!({ "zone": "UTC", "hours": {} })),
        [format!("calendar.hours: {never}")]
    );
    assert_eq!(
        faults(&json!({ "zone": "UTC", "hours": { "mon-fri": [] } })),
        [format!("calendar.hours: {never}")]
    );
    let seasons = |last: Value| {
        json!({
            "zone": "UTC", "hours": { "mon": ["09:00-17:00"] },
            "versions": [{ "from": "2026-09-01", "hours": {} }, { "from": "2027-04-01", "hours": last }],
        })
    };
    assert_eq!(faults(&seasons(json!({}))), [format!("calendar.versions[1].hours: {never}")]);
    let seasons = Calendar::from_value(&seasons(json!({ "tue": ["09:00-17:00"] }))).unwrap();
    assert_eq!(seasons.next_opening(at("2026-08-31T17:00:00Z")), Some(at("2027-04-06T09:00:00Z")));
    assert_eq!(
        seasons.add(at("2026-08-31T16:00:00Z"), TimeDelta::hours(2)).unwrap(),
        at("2027-04-06T10:00:00Z")
    );
}

#[test]
fn versions_keep_what_they_do_not_say() {
    let written = json!({
        "zone": "Europe/Amsterdam",
        "hours": { "mon-fri": ["09:00-17:00"] },
        "holidays": { "set": "nl" },
        "exceptions": { "2026-12-24": ["09:00-12:00", "20:00-02:00"], "2026-12-28": [] },
        "versions": [
            { "from": "2026-07-01", "hours": { "mon-sun": ["08:00-20:00"] } },
            { "from": "2027-01-01", "holidays": {} },
        ],
    });
    let calendar = Calendar::from_value(&written).unwrap();
    assert_eq!(serde_json::to_value(&calendar).unwrap(), written);
    assert!(!calendar.is_open(at("2026-04-06T12:00:00Z")));
    assert!(!calendar.is_open(at("2026-06-30T17:30:00Z")));
    assert!(calendar.is_open(at("2026-07-01T17:30:00Z")));
    assert!(!calendar.is_open(at("2026-12-25T12:00:00Z")));
    assert!(calendar.is_open(at("2026-12-25T00:30:00Z")), "Christmas Eve runs past midnight");
    assert!(calendar.is_open(at("2027-12-25T12:00:00Z")));

    let date = |text: &str| text.parse().unwrap();
    assert_eq!(calendar.holiday_on(date("2026-12-25")), Some("christmas_day"));
    assert_eq!(calendar.holiday_on(date("2027-12-25")), None);
    let hours = |value| BusinessHours::from_value(&value).unwrap();
    let in_code = Calendar::builder(
        chrono_tz::Europe::Amsterdam,
        hours(json!({ "mon-fri": ["09:00-17:00"] })),
    )
    .holidays(Holidays::nl())
    .exception(date("2026-12-28"), [])
    .exception(
        date("2026-12-24"),
        ["20:00-02:00", "09:00-12:00"].map(|hours| hours.parse().unwrap()),
    )
    .hours_from(date("2026-07-01"), hours(json!({ "mon-sun": ["08:00-20:00"] })))
    .holidays_from(date("2027-01-01"), Holidays::none())
    .build()
    .unwrap();
    assert_eq!(in_code, calendar);
}

#[test]
fn in_code_the_same_is_refused() {
    let far = NaiveDate::from_ymd_opt(12_000, 1, 1).unwrap();
    let wrong = Calendar::builder(chrono_tz::UTC, BusinessHours::default())
        .holidays(Holidays::nl().own(" ", "2026-06-01".parse().unwrap()).own("far", far))
        .exception(far, [])
        .exception(
            "2026-12-24".parse().unwrap(),
            ["09:00-12:00", "11:00-13:00"].map(|hours| hours.parse().unwrap()),
        )
        .build();
    assert_eq!(
        wrong.unwrap_err().to_string(),
        "calendar.holidays.own. : expected a name, found a blank text\n\
         calendar.holidays.own.far: expected a day such as \"12-24\" or \"2026-12-24\", found \"+12000-01-01\"\n\
         calendar.exceptions.+12000-01-01: expected a date such as \"2026-12-24\", found \"+12000-01-01\"\n\
         calendar.exceptions.2026-12-24: \"11:00-13:00\" overlaps \"09:00-12:00\"\n\
         calendar.hours: expected at least one day with hours, found a calendar that never opens"
    );
}

#[test]
fn hours_of_a_date_overlap_or_touch() {
    let exception = |ranges: &[&str]| {
        let calendar = json!({
            "zone": "UTC", "hours": { "mon": ["09:00-10:00"] }, "exceptions": { "2026-12-24": ranges },
        });
        Calendar::from_value(&calendar).map_err(|error| error.to_string())
    };
    for apart in [
        &["09:00-12:00", "12:00-13:00", "08:00-09:00"][..],
        &["22:00-02:00", "00:00-02:00", "02:00-22:00"],
        &[],
    ] {
        assert!(exception(apart).is_ok(), "{apart:?}");
    }
    for (ranges, found) in [
        (&["09:00-12:00", "08:00-09:01"][..], "\"08:00-09:01\" overlaps \"09:00-12:00\""),
        (&["09:00-12:00", "11:59-13:00"], "\"11:59-13:00\" overlaps \"09:00-12:00\""),
        (&["09:00-12:00", "10:00-11:00"], "\"10:00-11:00\" overlaps \"09:00-12:00\""),
        (
            &["10:00-11:00", "14:00-15:00", "09:00-12:00"],
            "\"09:00-12:00\" overlaps \"10:00-11:00\"",
        ),
        (&["09:00-12:00", "09:00-12:00"], "\"09:00-12:00\" overlaps \"09:00-12:00\""),
        (&["22:00-02:00", "23:00-24:00"], "\"23:00-24:00\" overlaps \"22:00-02:00\""),
    ] {
        let error = exception(ranges).unwrap_err();
        assert_eq!(error, format!("calendar.exceptions.2026-12-24: {found}"));
    }
}

#[test]
fn closings_and_runs_of_dates_are_written_back_as_they_were() {
    let written = json!({
        "zone": "Europe/Amsterdam",
        "hours": { "mon-fri": ["09:00-17:00"] },
        "exceptions": {
            "2026-07-13/2026-08-21": { "hours": ["10:00-16:00"], "reason": { "nl": "zomer", "en": "summer" } },
            "2026-07-20": { "hours": [], "reason": "teamdag" },
        },
        "closings": [
            { "from": "2026-12-24T14:00:00", "to": "2026-12-27T00:00:00", "reason": "kerst" },
            { "from": "2026-01-02", "to": "2026-01-02" },
        ],
    });
    let calendar = Calendar::from_value(&written).unwrap();
    assert_eq!(serde_json::to_value(&calendar).unwrap(), written);

    let date = |text: &str| text.parse::<NaiveDate>().unwrap();
    let hours = BusinessHours::from_value(&json!({ "mon-fri": ["09:00-17:00"] })).unwrap();
    let from = date("2026-12-24").and_hms_opt(14, 0, 0).unwrap();
    let closing = Closing::times(from, date("2026-12-27").and_hms_opt(0, 0, 0).unwrap()).unwrap();
    let second = Closing::days(date("2026-01-02"), date("2026-01-02")).unwrap();
    let summer = Reason::new("zomer").in_english("summer");
    let range = "10:00-16:00".parse().unwrap();
    let in_code = Calendar::builder(chrono_tz::Europe::Amsterdam, hours)
        .exceptions(date("2026-07-13"), date("2026-08-21"), [range], summer)
        .exceptions(date("2026-07-20"), date("2026-07-20"), [], "teamdag")
        .closings([closing.because("kerst"), second]);
    assert_eq!(in_code.build().unwrap(), calendar);
}

#[test]
fn faults_of_closings_and_runs_of_dates_come_at_once() {
    assert_eq!(
        faults(&json!({
            "zone": "Mars/Olympus",
            "hours": {},
            "exceptions": {
                "2026-07-13/2026-08-21": [],
                "2026-08-21/2026-08-30": [],
                "2026-09-01/2026-09-03": [],
                "2026-08-31/2026-09-10": [],
                "2026-10-02/2026-10-01": [],
                "2026-10-05/2026-10-05": [],
                "2026-10-05": [],
                "2026-11-01/2026-02-30": { "hours": ["10:00-10:00"], "reason": " ", "why": 1 },
                "2026-12-01": { "reason": { "nl": "x" } },
            },
            "closings": [
                { "from": "2026-12-24", "to": "2026-12-23" },
                { "from": "2026-12-24T14:00", "to": "2026-12-24T14:00" },
                { "from": "2026-02-29", "to": "2026-13-01T10:00", "until": 5 },
                { "to": "2026-12-24" },
                { "from": "2026-12-24T25:00", "reason": 5 },
                { "from": "2026-12-24T23:59:60" },
                { "from": "2026-12-24T9:00" },
                "2026-12-24",
            ],
        })),
        [
            "calendar.zone: unknown zone \"Mars/Olympus\"; expected an IANA name such as \"Europe/Amsterdam\"",
            "calendar.exceptions.2026-08-21/2026-08-30: overlaps \"2026-07-13/2026-08-21\"; only a single date may lie in another",
            "calendar.exceptions.2026-09-01/2026-09-03: overlaps \"2026-08-31/2026-09-10\"; only a single date may lie in another",
            "calendar.exceptions.2026-10-02/2026-10-01: ends on 2026-10-01, before it starts on 2026-10-02",
            "calendar.exceptions.2026-10-05/2026-10-05: overlaps \"2026-10-05\"; only a single date may lie in another",
            "calendar.exceptions.2026-11-01/2026-02-30: there is no day \"2026-02-30\"",
            "calendar.exceptions.2026-11-01/2026-02-30.hours[0]: \"10:00-10:00\" is empty; the whole day is \"00:00-24:00\"",
            "calendar.exceptions.2026-11-01/2026-02-30.reason: expected a name, found a blank text",
            "calendar.exceptions.2026-11-01/2026-02-30.why: unknown key; expected one of hours, reason",
            "calendar.exceptions.2026-12-01: \"hours\" is missing",
            "calendar.exceptions.2026-12-01.reason: \"en\" is missing",
            "calendar.closings[0].to: expected an end after the start, 2026-12-24 00:00:00, found 2026-12-23",
            "calendar.closings[1].to: expected an end after the start, 2026-12-24 14:00:00, found 2026-12-24T14:00",
            "calendar.closings[2].from: there is no day \"2026-02-29\"",
            "calendar.closings[2].to: there is no day \"2026-13-01\"",
            "calendar.closings[2].until: unknown key; expected one of from, to, reason",
            "calendar.closings[3]: \"from\" is missing",
            "calendar.closings[4].from: expected a time such as \"14:00\", found \"25:00\"",
            "calendar.closings[4].reason: expected a text, found the number 5",
            "calendar.closings[5].from: expected a time such as \"14:00\", found \"23:59:60\"",
            "calendar.closings[6].from: expected a time such as \"14:00\", found \"9:00\"",
            "calendar.closings[7]: expected a table, found the text \"2026-12-24\"",
            "calendar.hours: expected at least one day with hours, found a calendar that never opens",
        ]
    );
}

#[test]
fn a_calendar_whose_closings_leave_nothing_never_opens() {
    let with = |closings: Value| json!({ "zone": "UTC", "hours": { "sun": ["09:00-10:00"] }, "closings": closings });
    let all = json!([{ "from": "1960-01-01", "to": "2050-06-01" }, { "from": "2050-06-02", "to": "2150-01-01" }]);
    assert_eq!(
        faults(&with(all)),
        ["calendar: expected some opening time, found a calendar that never opens"]
    );
    let but_one = json!([{ "from": "1960-01-01", "to": "2099-12-26" }]);
    let late = Calendar::from_value(&with(but_one)).unwrap();
    assert_eq!(late.next_opening(at("2026-01-01T00:00:00Z")), Some(at("2099-12-27T09:00:00Z")));
}

#[test]
fn many_closings_and_exceptions_are_read_in_time() {
    let day = |number: i32| NaiveDate::from_epoch_days(10_000 + number).unwrap().to_string();
    // Each closes all the years, and the days between them have hours of their own.
    let closings: Vec<Value> =
        (0..20_000).map(|number| json!({ "from": day(number), "to": "2099-12-31" })).collect();
    let mut exceptions: serde_json::Map<String, Value> =
        (0..20_000).map(|number| (day(number), json!(["09:00-10:00"]))).collect();
    exceptions.insert("0001-01-01/9999-12-31".to_owned(), json!(["11:00-12:00"]));
    let calendar = Calendar::from_value(&json!({
        "zone": "UTC", "hours": { "mon": ["09:00-17:00"] }, "closings": closings, "exceptions": exceptions,
    }))
    .unwrap();
    assert_eq!(
        calendar.between(at("1997-05-19T00:00:00Z"), at("1997-05-21T00:00:00Z")),
        TimeDelta::hours(2)
    );
    assert!(calendar.is_open(at("1997-05-18T11:30:00Z")));
    assert!(calendar.is_open(at("1997-05-19T09:30:00Z")));
}

#[test]
fn errors_of_arithmetic_say_which_instant() {
    let always = Calendar::always();
    let error = always.add(at("1955-01-01T00:00:00Z"), TimeDelta::hours(1)).unwrap_err();
    assert!(error.is_out_of_range() && !error.is_invalid() && error.faults().is_empty());
    assert_eq!(
        error.to_string(),
        "1955-01-01T00:00:00+00:00 is not within 1970 to 2099, the years a calendar knows"
    );
    assert_eq!(
        always.add(at("2099-12-31T23:00:00Z"), TimeDelta::hours(2)).unwrap_err().to_string(),
        "opening time from 2099-12-31T23:00:00+00:00 leads out of 1970 to 2099, the years a calendar knows"
    );
    assert_eq!(
        always.add(at("2099-12-31T23:00:00Z"), TimeDelta::hours(1)).unwrap(),
        at("2100-01-01T00:00:00Z")
    );
    assert!(
        always.covers(at("1970-01-01T00:00:00Z")) && !always.covers(at("2100-01-01T00:00:00Z"))
    );
}

#[test]
fn a_table_stays_small() {
    let sizes = ["nl", "be"].map(|set| {
        let calendar = Calendar::from_value(&json!({
            "zone": "Europe/Amsterdam", "hours": { "mon-sun": ["08:00-12:00", "13:00-22:00"] }, "holidays": set,
        }));
        calendar.unwrap().table().size()
    });
    assert!(sizes.iter().all(|size| *size < 120_000), "{sizes:?}");
}
