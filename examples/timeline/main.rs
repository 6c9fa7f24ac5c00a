//! Draws a case over opening hours, as SVG: what happened, where it stood, what was due
//! when, and what was late.
//!
//! `cargo run --example timeline -- [FILE.toml] [--lang nl|en] > timeline.svg`
//!
//! Without a file it draws `examples/data/timeline.toml`. Time in which it is closed is
//! shaded and drawn narrower.

#![expect(
    clippy::print_stdout,
    clippy::print_stderr,
    reason = "a program speaks on standard output and standard error"
)]

mod drawing;
mod scale;
mod story;
mod words;

use std::process::ExitCode;
use story::Story;
use words::Words;

const SAMPLE: &str = include_str!("../data/timeline.toml");
const USAGE: &str = "usage: timeline [FILE.toml] [--lang nl|en]";

fn main() -> ExitCode {
    match draw(std::env::args().skip(1)) {
        Ok(picture) => {
            println!("{picture}");
            ExitCode::SUCCESS
        }
        Err(wrong) => {
            eprintln!("timeline: {wrong}");
            ExitCode::FAILURE
        }
    }
}

fn draw(mut arguments: impl Iterator<Item = String>) -> Result<String, String> {
    let mut file = SAMPLE.to_owned();
    let mut words = &words::ENGLISH;
    while let Some(argument) = arguments.next() {
        if argument == "--lang" {
            let code = arguments.next().ok_or(USAGE)?;
            words =
                Words::of(&code).ok_or_else(|| format!("unknown language {code:?}; {USAGE}"))?;
        } else if argument.starts_with('-') {
            return Err(format!("unknown argument {argument:?}; {USAGE}"));
        } else {
            file = std::fs::read_to_string(&argument)
                .map_err(|error| format!("{argument}: {error}"))?;
        }
    }
    let story: Story = toml::from_str(&file).map_err(|error| error.to_string())?;
    Ok(drawing::picture(&story.told()?, words).to_string())
}
