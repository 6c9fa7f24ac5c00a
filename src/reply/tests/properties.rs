//! What holds for every text.

use super::*;
use proptest::prelude::*;

const NAMES: [&str; 6] =
    ["Ruben de Leeuw", "Jean-Claude Van Damme", "Fatima", "IJsbrand Pot", "Éva Çelik", "Q"];

fn texts() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        "\\PC{0,12}",
        "[a-zé ]{1,12}",
        prop::sample::select(vec![
            ".",
            "! ",
            "? ",
            " ",
            "\n",
            "^",
            "^RL",
            " ^SD",
            "Ruben",
            "Groetjes, ",
            "@lotte",
            "@lotte@voorbeeld.social ",
            "#storing",
            "a.nl",
            "https://voorbeeld.nl/x ",
            "👨‍👩‍👧‍👦",
            "👍🏽",
            "e\u{301}",
            "\u{200d}",
            "\u{fe0f}",
            "1\u{20e3}",
            "🇳🇱",
            "你好",
            "10^",
        ])
        .prop_map(str::to_owned),
    ];
    prop::collection::vec(piece, 0..12).prop_map(|pieces| pieces.concat())
}

fn signatures() -> impl Strategy<Value = Signature> {
    let styles = [Style::Initials, Style::FirstName, Style::FullName, Style::None];
    (prop::sample::select(NAMES.to_vec()), prop::sample::select(styles.to_vec()))
        .prop_map(|(name, style)| Signature::of(name).unwrap().in_style(style))
}

fn limits() -> impl Strategy<Value = TextLimit> {
    (20_usize..80, 0..6).prop_map(|(max, kind)| match kind {
        0 => TextLimit::weighted(max),
        1 => TextLimit::characters(max),
        2 => TextLimit::graphemes(max).and_bytes(max * 2),
        3 => TextLimit::bytes(max),
        4 => TextLimit::utf16(max),
        _ => TextLimit::graphemes(max).links_as(12).bare_links_in_full().handles_without_domain(),
    })
}

proptest! {
    #[test]
    fn signing_is_idempotent_and_alters_nothing(text in texts(), signature in signatures()) {
        let once = signature.put_under(&text).into_owned();
        prop_assert!(once.starts_with(&text));
        prop_assert_eq!(signature.put_under(&once), &*once);
        if signature.style() != Style::None {
            let range = signature.find_in(&once).unwrap();
            prop_assert!(once.get(range).is_some());
        }
    }

    #[test]
    fn what_was_signed_tells_who_signed(text in texts(), who in 0..NAMES.len()) {
        let mut team = Team::new();
        for (index, name) in NAMES.iter().enumerate() {
            team.add(&index.to_string(), name).unwrap();
        }
        let id = who.to_string();
        let signed = team.signature(&id, Style::Initials).unwrap().put_under(&text).into_owned();
        // A text that somebody else's sign closes already keeps it; ours comes last.
        let ours = Sign::find_all_in(&signed);
        let sign = team.member(&id).unwrap().sign();
        prop_assert!(ours.iter().any(|found| found.sign() == sign));
        if signed.len() > text.len() {
            prop_assert_eq!(team.who_signed(&signed).map(Member::id), Some(id.as_str()));
        }
    }

    #[test]
    fn signs_stand_in_the_text_in_order(text in texts()) {
        let all = Sign::find_all_in(&text);
        for found in &all {
            let quoted = text.get(found.range());
            prop_assert!(quoted.is_some_and(|quoted| !quoted.is_empty()));
        }
        prop_assert!(all.windows(2).all(|pair| pair[0].range().end <= pair[1].range().start));
    }

    #[test]
    fn signs_never_change_and_never_meet(names in prop::collection::vec("[A-C][a-b]{0,2} (de )?[A-B][a-b]{0,2}", 1..40)) {
        let mut team = Team::new();
        let mut given: Vec<Sign> = Vec::new();
        for (index, name) in names.iter().enumerate() {
            given.push(team.add(&index.to_string(), name).unwrap().sign().clone());
            if index % 3 == 0 {
                team.leave(&index.to_string());
            }
            let now: Vec<&Sign> = team.members().iter().map(Member::sign).collect();
            prop_assert_eq!(&now, &given.iter().collect::<Vec<_>>());
        }
        let unique: std::collections::BTreeSet<&Sign> = given.iter().collect();
        prop_assert_eq!(unique.len(), given.len());
        let written = serde_json::to_value(&team).unwrap();
        prop_assert_eq!(serde_json::from_value::<Team>(written).unwrap(), team);
    }

    #[test]
    fn names_give_signs(name in "\\PC{0,40}") {
        if let Ok(name) = PersonName::new(&name) {
            prop_assert!(!name.initials().is_empty());
            prop_assert!(!name.first_name().is_empty());
            prop_assert!(Team::new().add("u-1", name.as_str()).is_ok(), "{:?}", name);
        }
    }

    #[test]
    fn whoever_signs_is_read_back(name in "\\PC{1,12}( \\PC{1,12})?", text in texts()) {
        let mut team = Team::new();
        if team.add("u-1", &name).is_err() {
            return Ok(());
        }
        for style in [Style::Initials, Style::FirstName, Style::FullName] {
            let signature = team.signature("u-1", style).unwrap();
            let signed = signature.put_under(&text);
            prop_assert!(team.who_signed(&signed).is_some(), "{} {:?}", signed, style);
            prop_assert_eq!(signature.put_under(&signed), &*signed);
        }
    }

    #[test]
    fn a_reply_is_never_longer_than_its_limit(text in texts(), limit in limits(), signature in signatures()) {
        let mention = question().build().unwrap();
        let Ok(draft) = Draft::to(&mention).text(text).sign(&signature) else { return Ok(()) };
        let left = draft.remaining(&limit).unwrap();
        match draft.fit(&limit) {
            Ok(reply) => {
                prop_assert!(left >= 0);
                prop_assert!(limit.count(reply.text()) <= limit.max().unwrap());
                prop_assert!(limit.max_bytes().is_none_or(|max| reply.text().len() <= max));
            }
            Err(error) => prop_assert!(left < 0 || error.is_invalid()),
        }
    }

    #[test]
    fn what_fits_is_taken_and_one_piece_more_is_not(text in texts(), limit in limits()) {
        let end = limit.fitting(&text);
        prop_assert!(text.is_char_boundary(end));
        prop_assert_eq!(end == text.len(), limit.remaining(&text).unwrap() >= 0);
    }

    #[test]
    fn parts_put_together_are_the_text(text in texts(), limit in limits(), signature in signatures()) {
        let mention = question().build().unwrap();
        let Ok(draft) = Draft::to(&mention).text(text).sign(&signature) else { return Ok(()) };
        let whole = draft.as_str().to_owned();
        match draft.split(&limit) {
            Ok(parts) => {
                let joined: String = parts.iter().map(Reply::text).collect();
                prop_assert_eq!(&joined, &whole);
                for part in &parts {
                    prop_assert!(limit.check(part.text()).is_ok());
                }
                let last = parts.last().unwrap().text();
                if signature.style() != Style::None {
                    prop_assert!(signature.find_in(last).is_some(), "{:?}", last);
                }
                let mut at = 0;
                for part in &parts {
                    at += part.text().len();
                    prop_assert!(!links(&whole).iter().any(|link| link.start < at && at < link.end));
                }
            }
            Err(error) => prop_assert!(error.is_too_long() || error.is_invalid()),
        }
    }

    #[test]
    fn a_text_counts_what_its_pieces_count(text in texts(), limit in limits()) {
        let sum = limit.marks(&text).last().map_or(0, |mark| mark.count);
        prop_assert_eq!(limit.count(&text), sum);
    }

    #[test]
    fn links_are_apart_and_in_order(text in texts()) {
        let found = links(&text);
        prop_assert!(found.iter().all(|range| text.get(range.clone()).is_some_and(|it| it.contains('.'))));
        prop_assert!(found.windows(2).all(|pair| pair[0].end <= pair[1].start));
    }
}

#[test]
fn hostile_texts_take_linear_time() {
    const TIMES: usize = 20_000;
    let mention = question().build().unwrap();
    let first_name = Signature::of("Ruben").unwrap().in_style(Style::FirstName);
    for piece in ["a", "\u{200d}", "\u{301}", "👍\u{200d}", "^", "^R", " ", "@a@b.", "a.nl "] {
        let text = format!("Dag {}", piece.repeat(TIMES));
        let limit = TextLimit::weighted(280);
        assert!(limit.count(&text) >= TIMES / 2, "{piece:?}");
        assert!(limit.fitting(&text) < text.len(), "{piece:?}");
        assert!(Sign::find_all_in(&text).len() < TIMES / 2, "{piece:?}");
        assert!(first_name.put_under(&text).ends_with("Ruben"), "{piece:?}");
        let parts = Draft::to(&mention).text(text).split(TextLimit::characters(1000));
        assert!(parts.is_err() || parts.is_ok_and(|parts| parts.len() >= 20), "{piece:?}");
    }
}
