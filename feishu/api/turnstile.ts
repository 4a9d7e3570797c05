import { CancelledError } from './wait';

/** Lets so many in at one time. Who comes when it is full waits for somebody to come out; those who wait keep their order. */
export class Turnstile {
	private inside = 0;

	private readonly waiting: Array<() => void> = [];

	/** @param room 1 or more */
	constructor(private readonly room: number) {}

	get isEmpty(): boolean {
		return this.inside === 0;
	}

	/** Resolves inside, which is to be left with `leave`. @throws CancelledError, and then nobody is inside */
	async enter(cancel?: AbortSignal): Promise<void> {
		if (cancel?.aborted) throw new CancelledError();
		if (this.inside < this.room) {
			this.inside += 1;
			return;
		}
		await new Promise<void>((resolve, reject) => {
			const giveUp = () => {
				this.waiting.splice(this.waiting.indexOf(goIn), 1);
				reject(new CancelledError());
			};
			const goIn = () => {
				cancel?.removeEventListener('abort', giveUp);
				resolve();
			};
			this.waiting.push(goIn);
			cancel?.addEventListener('abort', giveUp, { once: true });
		});
	}

	/** The place goes to who has waited longest. */
	leave(): void {
		const next = this.waiting.shift();
		if (next) next();
		else this.inside -= 1;
	}
}
