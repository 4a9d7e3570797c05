/** What a process of this machine takes of its memory. */
import * as fs from 'node:fs';

/** Megabytes that it has now. */
export const residentMb = (pid: number | undefined) => statusMb(pid, 'VmRSS');

/** The most megabytes that it had so far, or since `forgetPeak`. */
export const peakMb = (pid: number | undefined) => statusMb(pid, 'VmHWM');

/** From now on the peak is one of what comes. @see proc_pid_clear_refs(5) */
export function forgetPeak(pid: number | undefined): void {
	fs.writeFileSync(`/proc/${pid}/clear_refs`, '5');
}

function statusMb(pid: number | undefined, name: string): number {
	const status = fs.readFileSync(`/proc/${pid}/status`, 'utf8');
	return Math.round(Number(new RegExp(`${name}:\\s+(\\d+)`).exec(status)?.[1] ?? NaN) / 1024);
}
