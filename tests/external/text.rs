//! How texts are counted: the suites of twitter-text and Bluesky, and limits of platforms.

use crate::cases::{Tally, files, folder, same};
use serde_json::Value;
use std::path::{Path, PathBuf};
use webcare::mention::ChannelKind;
use webcare::reply::{Audience, TextLimit, links};

#[test]
fn text() {
    let Some(root) = folder("text") else { return };
    let mut failures = Vec::new();
    for path in all_files(&root) {
        let value: Value = serde_json::from_str(&std::fs::read_to_string(&path).unwrap()).unwrap();
        let mut tally = Tally::new("text", &path);
        if let Some(groups) = value["tests"].as_object() {
            for (group, cases) in groups {
                for case in cases.as_array().unwrap() {
                    twitter_text(&mut tally, group, case);
                }
            }
        } else if let Some(cases) = value["cases"].as_array() {
            let post = &value["post_limit"];
            for case in cases {
                graphemes(&mut tally, case);
            }
            if post.is_object() {
                tally.case("post_limit", || bluesky_limit(post));
            }
        } else if value["maxWeightedTweetLength"].is_u64() {
            configuration(&mut tally, &value);
        } else if let Some(limits) = value["limits"].as_array() {
            for limit in limits {
                platform(&mut tally, limit);
            }
        } else {
            failures.push(format!("{}: a format that is not known", path.display()));
        }
        failures.extend(tally.finish());
    }
    assert!(failures.is_empty(), "{}", failures.join("\n"));
}

/// The JSON files of a folder and the folders in it.
fn all_files(folder: &Path) -> Vec<PathBuf> {
    let mut all = files(folder, &["json"]);
    let entries = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    let mut folders: Vec<PathBuf> = entries.filter(|path| path.is_dir()).collect();
    folders.sort();
    all.extend(folders.iter().flat_map(|folder| all_files(folder)));
    all
}

fn number(value: &Value) -> usize {
    usize::try_from(value.as_u64().unwrap()).unwrap()
}

fn pair(value: &Value) -> [usize; 2] {
    [number(&value[0]), number(&value[1])]
}

/// One case of a suite of twitter-text. Its groups were written for different versions of
/// the configuration.
fn twitter_text(tally: &mut Tally, group: &str, case: &Value) {
    let text = case["text"].as_str().unwrap();
    let expected = &case["expected"];
    let id = format!("{group}: {}", case["description"].as_str().unwrap());
    if expected["weightedLength"].is_u64() {
        let limit = TextLimit::weighted(280);
        let limit =
            if group == "WeightedTweetsCounterTest" { limit.emoji_in_parts() } else { limit };
        tally.case(&id, || weighted(&limit, text, expected));
    } else if group == "tweets" {
        // Version 1: 140 characters, a link counting 23.
        let limit = TextLimit::characters(140).links_as(23);
        let valid = !text.is_empty() && limit.check(text).is_ok();
        tally.case(&id, || same(valid, expected.as_bool().unwrap()));
    } else if group.contains("urls") && expected.is_array() {
        let found = links(text);
        let place = |at: usize| text[..at].chars().count();
        let found: Vec<(String, [usize; 2])> = found
            .into_iter()
            .map(|range| (text[range.clone()].to_owned(), [place(range.start), place(range.end)]))
            .collect();
        let list = expected.as_array().unwrap();
        let url = |item: &Value| item["url"].as_str().or(item.as_str()).unwrap().to_owned();
        let urls: Vec<String> = list.iter().map(url).collect();
        tally.case(&id, || {
            same(found.iter().map(|(url, _)| url.clone()).collect(), urls)?;
            let indices = |(_, place): &(String, [usize; 2])| *place;
            if expected[0]["indices"].is_array() {
                let places: Vec<[usize; 2]> =
                    list.iter().map(|item| pair(&item["indices"])).collect();
                same(found.iter().map(indices).collect(), places)?;
            }
            Ok(())
        });
    } else {
        tally.case(group, || Err(format!("{id}: a group that is not known")));
    }
}

fn weighted(limit: &TextLimit, text: &str, expected: &Value) -> Result<(), String> {
    let length = limit.count(text);
    same(length, number(&expected["weightedLength"]))?;
    same(length * 1000 / limit.max().unwrap(), number(&expected["permillage"]))?;
    let valid = !text.is_empty() && limit.check(text).is_ok();
    same(valid, expected["valid"].as_bool().unwrap())?;
    if valid {
        // The suite gives the last UTF-16 unit that is taken.
        let taken = text[..limit.fitting(text)].encode_utf16().count();
        same(taken - 1, number(&expected["validRangeEnd"]))?;
    }
    Ok(())
}

fn graphemes(tally: &mut Tally, case: &Value) {
    let text = case["text"].as_str().unwrap();
    let limit = TextLimit::graphemes(usize::MAX);
    tally.case(text, || same(limit.count(text), number(&case["graphemes"])));
}

fn bluesky_limit(post: &Value) -> Result<(), String> {
    let limit = TextLimit::of(&ChannelKind::Bluesky, Audience::Public);
    same(limit.max(), Some(number(&post["maxGraphemes"])))?;
    same(limit.max_bytes(), Some(number(&post["maxLengthBytes"])))
}

/// A configuration of X: each range weighs what it says, and so does what lies beside it.
fn configuration(tally: &mut Tally, value: &Value) {
    let max = number(&value["maxWeightedTweetLength"]);
    let limit = TextLimit::of(&ChannelKind::X, Audience::Public);
    tally.case("max", || same(limit.max(), Some(max)));
    let link = number(&value["transformedURLLength"]);
    tally.case("link", || same(limit.count("https://example.com/path"), link));
    let scale = number(&value["scale"]);
    for range in value["ranges"].as_array().unwrap() {
        for (point, weight) in [
            (number(&range["start"]), &range["weight"]),
            (number(&range["end"]), &range["weight"]),
            (number(&range["end"]) + 1, &value["defaultWeight"]),
        ] {
            let c = char::from_u32(u32::try_from(point).unwrap()).unwrap();
            let id = format!("U+{point:04X}");
            tally.case(&id, || same(limit.count(&c.to_string()), number(weight) / scale));
        }
    }
}

/// A limit of a platform, where it is one that answers go by.
fn platform(tally: &mut Tally, limit: &Value) {
    use Audience::{Private, Public};
    let name = limit["platform"].as_str().unwrap();
    let (channel, audience) = match name {
        "x_post" => (ChannelKind::X, Public),
        "x_dm" => (ChannelKind::X, Private),
        "facebook_comment" => (ChannelKind::Facebook, Public),
        "messenger_text" => (ChannelKind::Messenger, Private),
        "instagram_dm" => (ChannelKind::Instagram, Private),
        "instagram_comment" => (ChannelKind::Instagram, Public),
        "whatsapp_text_body" => (ChannelKind::WhatsApp, Private),
        "youtube_comment" => (ChannelKind::YouTube, Public),
        "mastodon_status" => (ChannelKind::Mastodon, Public),
        "bluesky_post" => (ChannelKind::Bluesky, Public),
        "linkedin_comment" => (ChannelKind::LinkedIn, Public),
        "threads_post" => (ChannelKind::Threads, Public),
        "telegram_text" => (ChannelKind::Telegram, Private),
        "google_review_reply" => (ChannelKind::Review, Public),
        _ => {
            tally.case(name, || Err("a platform that is not known".to_owned()));
            return;
        }
    };
    let expected = limit["limit"].as_u64().map(|_| number(&limit["limit"]));
    tally.case(name, || same(TextLimit::of(&channel, audience).max(), expected));
}
