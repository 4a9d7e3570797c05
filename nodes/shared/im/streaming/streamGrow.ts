import { wait } from '../../../../feishu/api/wait';
import type { TextSource } from './streamSource';

/** Milliseconds from one state to the next: five a second, half of what the platform takes, so that several cards can grow at once. */
const STEP_MS = 200;

export interface Growth {
	/** Shows a state of the text, and resolves when that is done. */
	show(text: string): Promise<void>;
	cancel?: AbortSignal;
	/** For tests: milliseconds since some moment, and a wait. */
	now?(): number;
	pause?(ms: number, cancel?: AbortSignal): Promise<void>;
}

/**
 * Shows a text as it grows, until it is whole. Each state is what there is at that moment, so a slow network makes the
 * steps larger and never the display late. The whole text itself is left to the caller.
 * @returns how many states were shown
 * @throws CancelledError, or what `show` throws
 */
export async function grow(
	source: TextSource,
	{ show, cancel, now = Date.now, pause = wait }: Growth,
): Promise<number> {
	const start = now();
	let states = 0;
	let shown = '';
	for (;;) {
		const begun = now();
		if (source.isWhole(begun - start)) return states;
		const text = source.at(begun - start);
		if (text !== shown && text.trim() !== '') {
			await show(text);
			shown = text;
			states += 1;
		}
		await pause(Math.max(0, STEP_MS - (now() - begun)), cancel);
	}
}

/** Waits for the end of a source that nobody watches growing. @throws CancelledError */
export async function wholeText(source: TextSource, cancel?: AbortSignal): Promise<string> {
	while (!source.isWhole(Infinity)) await wait(STEP_MS, cancel);
	return source.text();
}
