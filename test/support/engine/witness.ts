import { inspect } from 'node:util';

import { logLines } from './environment';

const seen: string[] = [];
const secrets = new Set<string>();

/** Keeps everything that a run showed: its output, its errors with their causes. */
export function witness(...shown: unknown[]): void {
	for (const one of shown) {
		seen.push(inspect(one, { depth: Infinity, maxArrayLength: null, maxStringLength: null, showHidden: true }));
	}
}

/** Words that must never be shown. */
export function keepSecret(...words: string[]): void {
	for (const word of words) secrets.add(word);
}

/** Secrets that an output, an error or the log of this test file shows, each with what stands around it. */
export function leaks(): string[] {
	return [...secrets].flatMap((secret) =>
		[...seen, ...logLines]
			.filter((text) => text.includes(secret))
			.map((text) => around(text, text.indexOf(secret), secret.length)),
	);
}

/** How much was looked at: a test that finds no leak must have seen something. */
export function witnessed(): { texts: number; secrets: number } {
	return { texts: seen.length, secrets: secrets.size };
}

function around(text: string, at: number, length: number): string {
	return text.slice(Math.max(0, at - 80), at + length + 80);
}
