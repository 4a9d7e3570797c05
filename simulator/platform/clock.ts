/** The simulator's time. Tests move it forward instead of waiting for tokens, edit windows and rate windows to pass. */
export class Clock {
	private offsetMs = 0;

	now(): number {
		return Date.now() + this.offsetMs;
	}

	advance(ms: number): void {
		this.offsetMs += ms;
	}
}
