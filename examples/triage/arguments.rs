//! What the command line asks for.

use chrono::{DateTime, Utc};
use std::path::PathBuf;

pub(crate) const USAGE: &str = "\
usage: triage [FILE.jsonl …] [--config desk.toml] [--now TIME] [--json]

Reads mentions, one JSON object a line, judges and routes them, says what is due when, and
prints a table and a summary. Without a file it runs on a sample; - is standard input.

  --config FILE  the desk: calendars, policies and rules, in TOML (the sample's otherwise)
  --now TIME     statuses as they are at TIME, such as 2026-11-13T12:00:00Z; otherwise now,
                 and for the sample the moment at which it was taken
  --json         one JSON object a line; the summary then goes to standard error

Statuses of what is due: pending, imminent, paused and breaching while it is open; achieved,
breached and cancelled (resolved without an answer, in time) when it is not.

The smallest accepted line is {\"text\": \"…\"}. Also read, all optional: id, channel, author,
published_at, visibility, url, in_reply_to, followers, stars, reply, replied_at.
Exit status: 0; 1 when a line or a file could not be read; 2 when nothing could be started.
";

/// One source of lines.
#[derive(Debug)]
pub(crate) enum Source {
    Sample,
    Input,
    File(PathBuf),
}

#[derive(Debug)]
pub(crate) struct Arguments {
    pub(crate) sources: Vec<Source>,
    pub(crate) config: Option<PathBuf>,
    pub(crate) now: Option<DateTime<Utc>>,
    pub(crate) json: bool,
    pub(crate) help: bool,
}

impl Arguments {
    pub(crate) fn parse(words: impl IntoIterator<Item = String>) -> Result<Self, String> {
        let mut parsed =
            Self { sources: Vec::new(), config: None, now: None, json: false, help: false };
        let mut words = words.into_iter();
        while let Some(word) = words.next() {
            let mut value = || words.next().ok_or_else(|| format!("{word} needs a value"));
            match word.as_str() {
                "--json" => parsed.json = true,
                "--help" | "-h" => parsed.help = true,
                "--config" => parsed.config = Some(value()?.into()),
                "--now" => {
                    let text = value()?;
                    let now = DateTime::parse_from_rfc3339(&text).map_err(|_| {
                        format!("--now: expected a time such as 2026-11-13T12:00:00Z, found {text}")
                    })?;
                    parsed.now = Some(now.to_utc());
                }
                "-" => parsed.sources.push(Source::Input),
                option if option.starts_with("--") => {
                    return Err(format!("unknown option {option}"));
                }
                file => parsed.sources.push(Source::File(file.into())),
            }
        }
        if parsed.sources.is_empty() {
            parsed.sources.push(Source::Sample);
        }
        Ok(parsed)
    }
}
