//! From the bytes of a file to events, each a list of properties with their lines.

use super::Wrong;
use icalendar::parser::Property;

/// A property and the line it starts on, from 1.
#[derive(Clone, Debug)]
pub(super) struct Line {
    pub(super) number: usize,
    /// In capitals.
    pub(super) name: String,
    pub(super) value: String,
    params: Vec<(String, String)>,
}

/// An event as it stands in the file.
#[derive(Clone, Debug)]
pub(super) struct Block {
    pub(super) number: usize,
    lines: Vec<Line>,
}

/// The properties that are read; of all others an event may have any number.
const KNOWN: [&str; 11] = [
    "DTSTART",
    "DTEND",
    "DURATION",
    "RRULE",
    "RDATE",
    "EXDATE",
    "EXRULE",
    "RECURRENCE-ID",
    "STATUS",
    "SUMMARY",
    "UID",
];

impl Line {
    fn read(number: usize, text: &str) -> Result<Self, String> {
        let property = Property::try_from(text).map_err(|_| {
            format!("expected a property such as \"DTSTART:20261224\", found {text:.40?}")
        })?;
        let params = property.params.iter().map(|param| {
            let value = param.val.as_ref().map_or("", |value| value.as_str());
            (param.key.as_str().to_ascii_uppercase(), value.to_owned())
        });
        Ok(Self {
            number,
            name: property.name.as_str().to_ascii_uppercase(),
            value: property.val.as_str().to_owned(),
            params: params.collect(),
        })
    }

    /// The value of a parameter, named in capitals.
    pub(super) fn param(&self, name: &str) -> Option<&str> {
        self.params.iter().find(|(key, _)| key == name).map(|(_, value)| value.as_str())
    }
}

impl Block {
    /// All properties of a name.
    pub(super) fn all(&self, name: &'static str) -> impl Iterator<Item = &Line> {
        self.lines.iter().filter(move |line| line.name == name)
    }

    /// The property of a name that may stand in an event once.
    pub(super) fn one(&self, name: &'static str) -> Result<Option<&Line>, Wrong> {
        let mut all = self.all(name);
        let first = all.next();
        match all.next() {
            Some(second) => Err((second.number, format!("{name} is there twice"))),
            None => Ok(first),
        }
    }

    /// A message with the summary of the event before it.
    pub(super) fn labelled(&self, message: &str) -> String {
        match self.all("SUMMARY").next() {
            Some(summary) => format!("{:.40?}: {message}", summary.value),
            None => message.to_owned(),
        }
    }
}

/// The events of a file, and what is wrong between them.
pub(super) fn blocks(file: &[u8]) -> (Vec<Block>, Vec<Wrong>) {
    let mut reader = Reader::default();
    let lines = unfolded(file);
    if lines.is_empty() {
        reader.wrong.push((1, "expected BEGIN:VCALENDAR, found nothing".to_owned()));
    }
    for (number, line) in lines {
        reader.take(number, &line);
    }
    reader.finish()
}

/// Lines without the breaks that folding put in them, also within a character.
fn unfolded(file: &[u8]) -> Vec<(usize, Vec<u8>)> {
    let file = file.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(file);
    let mut lines: Vec<(usize, Vec<u8>)> = Vec::new();
    for (number, line) in (1..).zip(file.split(|byte| *byte == b'\n')) {
        let line = line.strip_suffix(b"\r").unwrap_or(line);
        match (line, lines.last_mut()) {
            ([b' ' | b'\t', rest @ ..], Some((_, last))) => last.extend_from_slice(rest),
            _ => lines.push((number, line.to_vec())),
        }
    }
    lines.retain(|(_, line)| !line.trim_ascii().is_empty());
    lines
}

#[derive(Default)]
struct Reader {
    /// The components that are open, from the outermost on.
    open: Vec<(usize, String)>,
    /// The event among them, how deep it lies, and whether it can be read.
    event: Option<(usize, Block, bool)>,
    blocks: Vec<Block>,
    wrong: Vec<Wrong>,
}

impl Reader {
    fn take(&mut self, number: usize, line: &[u8]) {
        let Ok(text) = std::str::from_utf8(line) else {
            self.broken(number, "expected UTF-8".to_owned());
            return;
        };
        let upper = |rest: &str| rest.trim().to_ascii_uppercase();
        match text.split_once(':') {
            Some((key, rest)) if key.eq_ignore_ascii_case("BEGIN") => {
                self.begin(number, upper(rest));
            }
            Some((key, rest)) if key.eq_ignore_ascii_case("END") => self.end(number, &upper(rest)),
            _ => self.property(number, text),
        }
    }

    fn begin(&mut self, number: usize, name: String) {
        if name == "VEVENT" {
            self.close_unended();
            self.event = Some((self.open.len(), Block { number, lines: Vec::new() }, true));
        } else if self.open.is_empty() && name != "VCALENDAR" {
            self.wrong.push((number, format!("expected BEGIN:VCALENDAR, found {name:.40?}")));
        } else if self.open.len() == 1 && !matches!(name.as_str(), "VTIMEZONE" | "VCALENDAR") {
            self.wrong.push((number, format!("only events are read, found {name:.40?}")));
        }
        self.open.push((number, name));
    }

    fn end(&mut self, number: usize, name: &str) {
        if self.open.last().is_none_or(|(_, open)| open != name) {
            self.broken(number, format!("END:{name:.40} ends nothing that is open"));
            return;
        }
        self.open.pop();
        if let Some((_, block, whole)) = self.event.take_if(|event| event.0 == self.open.len())
            && whole
        {
            self.blocks.push(block);
        }
    }

    fn property(&mut self, number: usize, text: &str) {
        match &mut self.event {
            // Alarms within the event are not ours.
            Some((depth, block, whole)) if self.open.len() == *depth + 1 => {
                match Line::read(number, text) {
                    Ok(line) if KNOWN.contains(&line.name.as_str()) => block.lines.push(line),
                    Ok(_) => {}
                    Err(message) => {
                        *whole = false;
                        self.wrong.push((number, message));
                    }
                }
            }
            None if self.open.is_empty() && self.wrong.is_empty() => {
                self.wrong.push((number, format!("expected BEGIN:VCALENDAR, found {text:.40?}")));
            }
            _ => {}
        }
    }

    /// Notes a line, and that the event it stands in can't be read.
    fn broken(&mut self, number: usize, message: String) {
        if let Some((_, _, whole)) = &mut self.event {
            *whole = false;
        }
        self.wrong.push((number, message));
    }

    fn close_unended(&mut self) {
        if let Some((depth, block, _)) = self.event.take() {
            self.wrong.push((block.number, block.labelled("the event is not ended")));
            self.open.truncate(depth);
        }
    }

    fn finish(mut self) -> (Vec<Block>, Vec<Wrong>) {
        self.close_unended();
        if let Some((number, name)) = self.open.first() {
            self.wrong.push((*number, format!("{name:.40} is not ended")));
        }
        (self.blocks, self.wrong)
    }
}
