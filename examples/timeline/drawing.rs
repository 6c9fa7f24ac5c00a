//! The drawing: lanes over opening hours, from top to bottom.

use crate::scale::{Scale, Stretch};
use crate::story::{Run, Told};
use crate::words::{Words, clock};
use chrono::{DateTime, TimeDelta, Utc};
use std::fmt::Write;
use svg::Document;
use svg::node::element::{Circle, Group, Line, Rectangle, Text};
use webcare::case::EventKind;

const LEFT: f64 = 150.0;
const RIGHT: f64 = 16.0;
const TOP: f64 = 84.0;
const LANE: f64 = 46.0;
const MARK: f64 = 9.0;
const ROW: f64 = 19.0;

const INK: &str = "#1a202c";
const GREY: &str = "#5a6475";
const PALE: &str = "#dde2ea";
const CLOSED: &str = "#e9ecf2";
const CUSTOMER: &str = "#2b5fa8";
const OURS: &str = "#1f7a4d";
const OTHER: &str = "#6b5b95";
const LATE: &str = "#c22f2f";
const RUNNING: &str = "#7fb39a";
const WAITING: &str = "#f3e3b3";

/// The whole picture.
pub(crate) fn picture(told: &Told, words: &Words) -> Document {
    let paper = Paper { told, words, scale: Scale::new(&told.calendar, told.from, told.to, LEFT) };
    let levels = paper.levels();
    let deepest = levels.iter().copied().max().unwrap_or_default();
    let events = TOP + 8.0;
    let status = events + f64::from(deepest + 1) * (2.0 * MARK + 4.0) + 12.0;
    let first = status + LANE;
    let bottom = told.runs.iter().fold(first, |y, _| y + LANE);
    let list = bottom + 34.0;
    let rows = told.events.len().div_ceil(2);
    let legend = list + f64::from(u32::try_from(rows).unwrap_or_default()) * ROW + 12.0;
    let (width, height) = (paper.scale.right() + RIGHT, legend + 26.0);

    let mut document = Document::new()
        .set("viewBox", (0, 0, width.ceil(), height.ceil()))
        .set("width", "100%")
        .set("style", format!("max-width:{}px", width.ceil()))
        .set("role", "img")
        .set("font-family", "'DejaVu Sans', Verdana, Helvetica, Arial, sans-serif")
        .set("font-size", 12)
        .set("fill", INK)
        .add(rect(0.0, 0.0, width, height, "#ffffff"));
    document = document.add(paper.title()).add(paper.hours(bottom)).add(paper.now(bottom));
    document = document.add(paper.events(events, &levels)).add(paper.status(status));
    for (run, y) in told.runs.iter().zip((0..).map(|lane| first + LANE * f64::from(lane))) {
        document = document.add(paper.run(run, y));
    }
    document.add(paper.list(list)).add(paper.legend(legend))
}

struct Paper<'t> {
    told: &'t Told,
    words: &'t Words,
    scale: Scale,
}

impl Paper<'_> {
    fn title(&self) -> Group {
        let zone = self.told.zone().name();
        let range = [self.told.from, self.told.to].map(|at| self.words.date(at, self.told.zone()));
        let title = format!("{} {}", self.words.case, self.told.case.id());
        let [from, to] = range;
        Group::new()
            .add(text(12.0, 26.0, &title).set("font-size", 17).set("font-weight", "bold"))
            .add(text(12.0, 44.0, &format!("{from} – {to}, {zone}")).set("fill", GREY))
    }

    /// Closed time shaded, with the name of each day and the times of opening and closing.
    fn hours(&self, bottom: f64) -> Group {
        let mut group = Group::new();
        let zone = self.told.zone();
        let mut day = String::new();
        for stretch in &self.scale.stretches {
            if !stretch.is_open {
                group = group.add(rect(stretch.x, TOP, stretch.width, bottom - TOP, CLOSED));
                if let Some(why) = self.why(stretch) {
                    let label = text(stretch.x + stretch.width / 2.0, TOP - 20.0, &why);
                    group = group.add(label.set("font-size", 11).set("text-anchor", "middle"));
                }
                continue;
            }
            let date = self.words.date(stretch.from, zone);
            if date != day {
                let label = text(stretch.x, TOP - 20.0, &date).set("font-weight", "bold");
                group = group.add(label);
                day = date;
            }
            let label = text(stretch.x, TOP - 5.0, &clock(stretch.from, zone));
            group = group.add(label.set("font-size", 10).set("fill", GREY));
            // Where there is room, the closing as well; a break is told by the next opening.
            let is_last = stretch.to == self.told.to;
            if stretch.width > 72.0 && !is_last {
                let label =
                    text(stretch.x + stretch.width - 2.0, TOP - 5.0, &clock(stretch.to, zone));
                group = group
                    .add(label.set("font-size", 10).set("fill", GREY).set("text-anchor", "end"));
            }
        }
        group.add(line(LEFT, TOP, self.scale.right(), TOP, GREY))
    }

    /// The holidays and other reasons for which it is closed on the days of a stretch.
    fn why(&self, stretch: &Stretch) -> Option<String> {
        let hours = std::iter::successors(Some(stretch.from), |at| Some(*at + TimeDelta::hours(1)));
        let hours = hours.take_while(|at| *at < stretch.to);
        let reasons = hours.filter_map(|at| self.told.calendar.notice(at).reason().cloned());
        let mut names: Vec<String> = reasons.map(|reason| self.words.reason(&reason)).collect();
        names.dedup();
        (!names.is_empty()).then(|| names.join(", "))
    }

    /// How deep each event is drawn, so that none hides another.
    fn levels(&self) -> Vec<u32> {
        let mut ends: Vec<f64> = Vec::new();
        let mut levels = Vec::new();
        for event in &self.told.events {
            let x = self.scale.x(event.at());
            let free = ends.iter().position(|end| *end + 2.0 < x - MARK);
            let level = free.unwrap_or(ends.len());
            match ends.get_mut(level) {
                Some(end) => *end = x + MARK,
                None => ends.push(x + MARK),
            }
            levels.push(u32::try_from(level).unwrap_or_default());
        }
        levels
    }

    fn events(&self, top: f64, levels: &[u32]) -> Group {
        let mut group = Group::new().add(lane(top + MARK, self.words.events, ""));
        for ((number, event), level) in (1..).zip(&self.told.events).zip(levels) {
            let y = top + MARK + f64::from(*level) * (2.0 * MARK + 4.0);
            group = group.add(mark(self.scale.x(event.at()), y, number, event.kind()));
        }
        group
    }

    /// Where the case stood, as one bar after another.
    fn status(&self, top: f64) -> Group {
        let mut group = Group::new().add(lane(top + 13.0, self.words.status, ""));
        let stood = &self.told.stood;
        let ends = stood.iter().skip(1).map(|(at, _)| *at).chain([self.told.now]);
        for ((from, status), to) in stood.iter().zip(ends) {
            let (x, end) = (self.scale.x(*from), self.scale.x(to.min(self.told.now)));
            let fill = if status.as_str().starts_with("waiting") { WAITING } else { PALE };
            group = group.add(rect(x, top, (end - x - 1.0).max(1.0), 19.0, fill).set("rx", 3));
            let label = self.words.word(status.as_str());
            if end - x > width_of(&label) + 8.0 {
                group = group.add(text(x + 5.0, top + 13.5, &label).set("font-size", 11));
            }
        }
        group
    }

    /// A bar from the start of a clock to its end, where it stood still in another colour,
    /// what is late in red, and when it is due.
    fn run(&self, run: &Run, top: f64) -> Group {
        let deadline = &run.deadline;
        let status = deadline.status();
        let ended = deadline.ended_at().unwrap_or(self.told.now);
        let due = deadline.due_at();
        let mut label = self.words.word(status.as_str());
        if let Some(overdue) = deadline.overdue() {
            let minutes = overdue.opening().num_minutes();
            let _ = write!(label, " +{}:{:02}", minutes / 60, minutes % 60);
        }
        let name = self.words.word(deadline.metric().as_str());
        let mut group = Group::new().add(lane(top + 12.0, &name, &label));
        group = group.add(self.bar(deadline.started_at(), ended.min(due), top, RUNNING));
        for (from, to) in &run.pauses {
            group = group.add(self.bar(*from, (*to).min(ended), top, WAITING));
        }
        if ended > due {
            group = group.add(self.bar(due, ended, top, LATE));
        } else {
            let (x, end) = (self.scale.x(ended), self.scale.x(due));
            let rest = line(x, top + 9.0, end, top + 9.0, GREY).set("stroke-dasharray", "2 3");
            group = group.add(rest);
        }
        let x = self.scale.x(due);
        let colour = if status.is_late() { LATE } else { INK };
        let flag = format!("{} {}", self.words.due, self.words.moment(due, self.told.zone()));
        let is_far_right = x + width_of(&flag) * 0.92 > self.scale.right();
        let anchor = if is_far_right { "end" } else { "start" };
        group.add(line(x, top - 4.0, x, top + 32.0, colour).set("stroke-width", 2)).add(
            text(if is_far_right { x - 5.0 } else { x + 5.0 }, top + 31.0, &flag)
                .set("font-size", 11)
                .set("fill", colour)
                .set("text-anchor", anchor),
        )
    }

    /// A stretch of time in a colour, which is paler where it is closed.
    fn bar(&self, from: DateTime<Utc>, to: DateTime<Utc>, top: f64, fill: &str) -> Group {
        let (x, end) = (self.scale.x(from), self.scale.x(to));
        let bar = rect(x, top, (end - x).max(1.0), 18.0, fill).set("rx", 2);
        let closed = self.scale.stretches.iter().filter(|stretch| !stretch.is_open);
        closed.fold(Group::new().add(bar), |group, stretch| {
            let (from, to) = (stretch.x.max(x), (stretch.x + stretch.width).min(end));
            if from >= to {
                return group;
            }
            group.add(rect(from, top, to - from, 18.0, CLOSED).set("opacity", 0.6))
        })
    }

    fn now(&self, bottom: f64) -> Group {
        let x = self.scale.x(self.told.now);
        Group::new()
            .add(line(x, TOP, x, bottom + 2.0, INK).set("stroke-dasharray", "5 3"))
            .add(text(x, bottom + 14.0, self.words.now).set("text-anchor", "middle"))
    }

    /// What the numbers stand for, in two columns.
    fn list(&self, top: f64) -> Group {
        let events = &self.told.events;
        let rows = events.len().div_ceil(2).max(1);
        let middle = f64::midpoint(LEFT, self.scale.right());
        let mut group = Group::new();
        for (index, event) in events.iter().enumerate() {
            let column = if index < rows { LEFT } else { middle };
            let row = u32::try_from(index % rows).unwrap_or_default();
            let y = top + f64::from(row) * ROW;
            let moment = self.words.moment(event.at(), self.told.zone());
            group = group
                .add(mark(column + MARK, y, index + 1, event.kind()))
                .add(text(column + 26.0, y + 4.0, &moment).set("fill", GREY))
                .add(text(column + 152.0, y + 4.0, &self.words.event(event)));
        }
        group
    }

    fn legend(&self, y: f64) -> Group {
        let words = self.words;
        let entries = [
            ("#ffffff", words.open),
            (CLOSED, words.closed),
            (RUNNING, words.running),
            (WAITING, words.paused),
            (LATE, words.late),
        ];
        let mut group = Group::new();
        let mut x = LEFT;
        for (fill, label) in entries {
            let sample = rect(x, y - 10.0, 18.0, 12.0, fill).set("stroke", PALE);
            group = group.add(sample).add(text(x + 24.0, y, label).set("fill", GREY));
            x += 24.0 + width_of(label) + 26.0;
        }
        group
    }
}

/// The name of a lane, and below it how it stands.
fn lane(y: f64, name: &str, below: &str) -> Group {
    let group = Group::new().add(text(12.0, y, name).set("font-weight", "bold"));
    if below.is_empty() { group } else { group.add(text(12.0, y + 15.0, below).set("fill", GREY)) }
}

/// A numbered mark in the colour of whoever did it.
fn mark(x: f64, y: f64, number: usize, kind: &EventKind) -> Group {
    let fill = match kind {
        EventKind::Received(_) => CUSTOMER,
        EventKind::Answered(_) => OURS,
        EventKind::DeliveryFailed { .. } => LATE,
        _ => OTHER,
    };
    let circle = Circle::new().set("cx", px(x)).set("cy", px(y)).set("r", MARK).set("fill", fill);
    let number = text(x, y + 4.0, &number.to_string()).set("text-anchor", "middle");
    Group::new().add(circle).add(number.set("fill", "#ffffff").set("font-size", 11))
}

fn text(x: f64, y: f64, content: &str) -> Text {
    Text::new(content).set("x", px(x)).set("y", px(y))
}

fn rect(x: f64, y: f64, width: f64, height: f64, fill: &str) -> Rectangle {
    let place = Rectangle::new().set("x", px(x)).set("y", px(y));
    place.set("width", px(width)).set("height", px(height)).set("fill", fill)
}

fn line(x1: f64, y1: f64, x2: f64, y2: f64, stroke: &str) -> Line {
    let from = Line::new().set("x1", px(x1)).set("y1", px(y1));
    from.set("x2", px(x2)).set("y2", px(y2)).set("stroke", stroke)
}

/// To a tenth of a pixel, so that the file stays small.
fn px(value: f64) -> f64 {
    (value * 10.0).round() / 10.0
}

/// About how wide a text is.
fn width_of(text: &str) -> f64 {
    f64::from(u32::try_from(text.chars().count()).unwrap_or_default()) * 7.2
}
