use std::io::{self, Write};
use std::sync::{Arc, Mutex};

use super::screen::Manner;
use super::*;

/// Something to write on that others can look at.
#[derive(Clone, Default)]
struct Paper(Arc<Mutex<Vec<u8>>>);

impl Write for Paper {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.lock().unwrap().extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

impl Paper {
    fn text(&self) -> String {
        String::from_utf8(self.0.lock().unwrap().clone()).unwrap()
    }
}

/// Progress in lines, as without a terminal, and what is written there.
fn in_lines(wire: &Wire) -> (Progress, Paper) {
    let paper = Paper::default();
    let screen = Screen::new(Box::new(paper.clone()), Manner::Lines);
    (Progress::on(screen, "contacts", wire), paper)
}

fn seconds(count: u64) -> Duration {
    Duration::from_secs(count)
}

#[tokio::test(start_paused = true)]
async fn the_line_tells_rate_and_time_left() {
    let at = |before, done, total, elapsed| {
        let (mut progress, _) = in_lines(&Wire::new(None));
        (progress.before, progress.done) = (before, done);
        progress.line(total, progress.started + seconds(elapsed))
    };
    assert_eq!(at(0, 1200, Some(5200), 60), "1200 of 5200 contacts, 20 a second, 3 min left");
    assert_eq!(at(100, 10, None, 20), "110 contacts, 30 a minute");
    assert_eq!(at(0, 5, Some(5), 5), "5 of 5 contacts, 1 a second");
    assert_eq!(at(0, 0, Some(5), 0), "0 of 5 contacts, 0 a minute");
    assert_eq!(
        at(0, 100, Some(1_000_000), 10),
        "100 of 1000000 contacts, 10 a second, 27.8 h left"
    );
}

/// Sixty requests go out at once, and then none for a minute: their speed says nothing of the rest.
#[tokio::test(start_paused = true)]
async fn the_time_left_is_no_shorter_than_the_rate_limit_allows() {
    let wire = Wire::new(Some(60));
    let (progress, _) = in_lines(&wire);
    let mut progress = progress.per_request(10);
    (0..60).for_each(|_| wire.begin(Instant::now()));
    progress.done = 600;
    let line = progress.line(Some(5000), progress.started + seconds(4));
    assert_eq!(line, "600 of 5000 contacts, 150 a second, 8 min left");
}

#[tokio::test(start_paused = true)]
async fn without_a_terminal_a_wait_is_told_after_a_second_and_then_a_line_comes_each_minute() {
    let wire = Wire::new(Some(1));
    let (mut progress, paper) = in_lines(&wire);
    let progress_for = async |progress: &mut Progress, time: u64| {
        for _ in 0..time * 5 {
            tokio::time::sleep(EVERY).await;
            progress.show(Some(6));
        }
    };
    wire.begin_and_end();
    progress_for(&mut progress, 17).await;
    assert_eq!(paper.text(), "0 of 6 contacts, 0 a minute; waiting for the rate limit, 59 s\n");
    progress.done = 1;
    progress_for(&mut progress, 40).await;
    assert_eq!(paper.text().lines().count(), 1, "{}", paper.text());
    progress_for(&mut progress, 60).await;
    let shown = paper.text();
    let lines: Vec<_> = shown.lines().skip(1).collect();
    assert_eq!(lines, ["1 of 6 contacts, 1 a minute, 5 min left"]);
}

#[tokio::test(start_paused = true)]
async fn a_live_line_is_taken_away_when_the_work_is_done() {
    let wire = Wire::new(None);
    let paper = Paper::default();
    let screen = Screen::new(Box::new(paper.clone()), Manner::Live);
    let mut progress = Progress::on(screen, "contacts", &wire);
    progress.advance(1, None);
    assert_eq!(paper.text(), "", "most work is done before anybody has to know");
    tokio::time::sleep(seconds(1)).await;
    progress.advance(1, None);
    drop(progress);
    assert_eq!(paper.text(), "\r\x1b[K2 contacts, 2 a second\r\x1b[K");
}
