import { newId } from '../platform/ids';
import { openIdOf, type Operator } from '../state/operator';
import type { Store } from '../state/store';

/** After so many milliseconds a job has ended, whether or not somebody has asked. */
const JOB_MS = 2_000;

const whoIs = (by: Operator) => `${by.app.app_id} ${openIdOf(by)}`;

/** Begins what is done after the answer; gives the id by which to ask for it. */
export function beginJob(store: Store, by: Operator, kind: string, finish: () => object): string {
	const id = newId.long();
	const { jobs } = store.drive;
	const until = store.clock.now() + JOB_MS;
	jobs.set(id, { id, kind, by: whoIs(by), polls: store.settings.driveJobPolls, finish, until });
	return id;
}

/** How it ended, `running`, or undefined where it is not one of the caller's. */
export function askJob(store: Store, by: Operator, kind: string, id: string): object | 'running' | undefined {
	const job = store.drive.jobs.get(id);
	if (job?.kind !== kind || job.by !== whoIs(by)) return undefined;
	if (job.done) return job.done;
	if (job.polls > 0 && job.until > store.clock.now()) {
		job.polls -= 1;
		return 'running';
	}
	job.done = job.finish();
	store.changed();
	return job.done;
}

/** Ends what would have ended by itself. */
export function settleJobs(store: Store): void {
	for (const job of store.drive.jobs.values()) if (!job.done && job.until <= store.clock.now()) job.done = job.finish();
}
