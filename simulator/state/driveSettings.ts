/** What the pages about Drive and wikis leave open. The first one named is given unless a test asks for another. */
export interface DriveSettings {
	/** For how many milliseconds an app changes Drive, in which another change of its is refused (1061045). */
	driveWriteMs: number;
	/** For how many milliseconds a space of a wiki is being changed, in which another change is refused (131009). */
	wikiWriteMs: number;
	/** How often a task, an import or an export says that it is running before it says how it ended. */
	driveJobPolls: number;
	/** Whether an import or export that runs may say that it has ended, with no token yet. */
	driveEmptyResult: 'never' | 'sometimes';
	/** How exports and imports end: 0 well, any other status of a job badly. */
	driveExportStatus: number;
	driveImportStatus: number;
	/** What a document that moves into a wiki is answered with: a task, its page, or that somebody has to agree. */
	wikiMoveAnswer: 'task' | 'page' | 'approval';
	/** Deleting a page: done, or refused for want of an approval (131011). */
	wikiDelete: 'done' | 'approval';
	/** Which token renaming takes for a page of a wiki: its own, or that of what it holds. */
	renameWiki: 'node' | 'content';
	/** `file_token` in an upload: a new version of that file, or as if it were not there, as on tenants without it. */
	driveOverwrite: 'version' | 'ignored';
	/** How a download of a file is refused: by an HTTP status, or with HTTP 200 and the error as JSON. */
	driveDownloadErrors: 'status' | 'success';
	/** A link for anybody while external access is closed: it stays as it was, or is refused (1063003). */
	driveOpenLinks: 'ignored' | 'refused';
	/** The older search of documents by an app: refused, as its page has it, or answered, as has been seen. */
	driveTenantSearch: 'refused' | 'answered';
	/** Whether the company has bought the records of who has seen a document. */
	driveViewRecords: 'present' | 'absent';
}

export const DRIVE_SETTINGS: DriveSettings = {
	driveWriteMs: 5,
	wikiWriteMs: 5,
	driveJobPolls: 1,
	driveEmptyResult: 'never',
	driveExportStatus: 0,
	driveImportStatus: 0,
	wikiMoveAnswer: 'task',
	wikiDelete: 'done',
	renameWiki: 'node',
	driveOverwrite: 'version',
	driveDownloadErrors: 'status',
	driveOpenLinks: 'ignored',
	driveTenantSearch: 'refused',
	driveViewRecords: 'present',
};
