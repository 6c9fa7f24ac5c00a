//! Reads mentions, judges and routes them, and says what is due when.
//!
//! `cargo run --release --example triage -- [FILE.jsonl …] [--config desk.toml] [--json]`
//!
//! The form of the output is fixed: other tools build on it. Memory stays flat however
//! long the input.

#![expect(
    clippy::print_stdout,
    clippy::print_stderr,
    reason = "a program speaks on standard output and standard error"
)]

mod answer;
mod arguments;
mod json;
mod labels;
mod progress;
mod summary;
mod table;

use answer::Answer;
use arguments::{Arguments, Source, USAGE};
use chrono::{DateTime, TimeZone, Utc};
use progress::Progress;
use std::fs::File;
use std::io::{self, BufRead, BufReader, BufWriter, Write};
use std::path::Path;
use std::process::ExitCode;
use summary::Summary;
use webcare::case::{Actor, Answered, Case, CaseId, Event, EventId, EventKind};
use webcare::desk::{Desk, Triage};
use webcare::mention::{JsonLines, Record, RecordedAnswer};

const SAMPLE: &str = include_str!("../data/sample.jsonl");
const SAMPLE_DESK: &str = include_str!("../data/desk.toml");

/// The moment at which the sample was taken.
fn sample_now() -> Option<DateTime<Utc>> {
    Utc.with_ymd_and_hms(2026, 11, 13, 16, 0, 0).single()
}

/// The moment it is. The library has no clock, so the program brings one.
fn clock() -> DateTime<Utc> {
    std::time::SystemTime::now().into()
}

fn main() -> ExitCode {
    let arguments = match Arguments::parse(std::env::args().skip(1)) {
        Ok(arguments) => arguments,
        Err(wrong) => {
            eprintln!("triage: {wrong}\n\n{USAGE}");
            return ExitCode::from(2);
        }
    };
    if arguments.help {
        print!("{USAGE}");
        return ExitCode::SUCCESS;
    }
    let desk = match desk(arguments.config.as_deref()) {
        Ok(desk) => desk,
        Err(wrong) => {
            eprintln!("triage: {wrong}");
            return ExitCode::from(2);
        }
    };
    match run(&desk, &arguments) {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::from(1),
        // Whoever reads has seen enough, as `head` does.
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("triage: {error}");
            ExitCode::from(1)
        }
    }
}

/// The desk of a configuration file, or the one that goes with the sample.
fn desk(config: Option<&Path>) -> Result<Desk, String> {
    let (name, text) = match config {
        None => ("desk.toml".to_owned(), SAMPLE_DESK.to_owned()),
        Some(path) => {
            let name = path.display().to_string();
            let text = std::fs::read_to_string(path).map_err(|error| format!("{name}: {error}"))?;
            (name, text)
        }
    };
    let value: serde_json::Value =
        toml::from_str(&text).map_err(|error| format!("{name}: {error}"))?;
    Desk::from_value(&value).map_err(|error| format!("{name}:\n{error}"))
}

/// Runs every source through the desk. Whether all could be read.
fn run(desk: &Desk, arguments: &Arguments) -> io::Result<bool> {
    let mut run = Run {
        desk,
        json: arguments.json,
        out: BufWriter::new(io::stdout().lock()),
        summary: Summary::default(),
        progress: Progress::new(),
    };
    let now = arguments.now;
    if !run.json {
        table::print_head(&mut run.out)?;
    }
    for source in &arguments.sources {
        match source {
            Source::Sample => {
                let now = now.or_else(sample_now).unwrap_or_else(clock);
                run.read("sample", SAMPLE.as_bytes(), now)?;
            }
            Source::Input => {
                run.read("-", io::stdin().lock(), now.unwrap_or_else(clock))?;
            }
            Source::File(path) => {
                let name = path.display().to_string();
                match File::open(path) {
                    Ok(file) => {
                        let reader = BufReader::with_capacity(1 << 16, file);
                        run.read(&name, reader, now.unwrap_or_else(clock))?;
                    }
                    Err(error) => run.broken(&format!("{name}: {error}")),
                }
            }
        }
    }
    run.finish()
}

struct Run<'d, W: Write> {
    desk: &'d Desk,
    json: bool,
    out: W,
    summary: Summary,
    progress: Progress,
}

impl<W: Write> Run<'_, W> {
    fn read(&mut self, name: &str, source: impl BufRead, now: DateTime<Utc>) -> io::Result<()> {
        for line in JsonLines::new(source) {
            match line {
                Ok(record) => self.one(&record, now)?,
                Err(error) => self.broken(&format!("{name}: {error}")),
            }
            self.progress.step();
        }
        Ok(())
    }

    fn one(&mut self, record: &Record, now: DateTime<Utc>) -> io::Result<()> {
        let mention = record.mention();
        let triage = triage(self.desk, record, now);
        let answer = record.answer().map(|answer| Answer::new(answer, mention, &triage));
        self.summary.add(mention.direction().is_outbound(), &triage, answer.as_ref());
        if self.json {
            json::print(&mut self.out, mention, &triage, answer.as_ref())
        } else {
            let zone = self.desk.calendars().default_calendar().zone();
            table::print(&mut self.out, mention, &triage, zone)
        }
    }

    fn broken(&mut self, what: &str) {
        self.progress.clear();
        eprintln!("triage: {what}");
        self.summary.broken_line();
    }

    fn finish(mut self) -> io::Result<bool> {
        self.progress.clear();
        if self.json {
            self.out.flush()?;
            self.summary.print(&mut io::stderr().lock())?;
        } else {
            writeln!(self.out)?;
            self.summary.print(&mut self.out)?;
            self.out.flush()?;
        }
        Ok(self.summary.is_clean())
    }
}

/// What the desk says of one line. The answer that stands beside a mention stops its
/// clocks, whenever it was given.
fn triage(desk: &Desk, record: &Record, now: DateTime<Utc>) -> Triage {
    let mention = record.mention();
    let Some(at) = record.answer().and_then(RecordedAnswer::at) else {
        return desk.triage(mention, now);
    };
    let mut case = Case::open(CaseId::from(mention.id()), mention, now);
    if let Ok(id) = EventId::new("answer") {
        let answered = EventKind::Answered(Answered::new().to(mention.id().clone()));
        let event = Event::new(id, at, Actor::agent("unknown"), answered);
        // A case takes an answer to the one mention it holds; were it refused, the clock
        // would simply run on.
        let _ = case.record(event);
    }
    desk.triage_in(&case, mention, now)
}
