/** A country, city, building or floor of meeting rooms. */
export interface RoomLevel {
	/** Begins with omb_. */
	room_level_id: string;
	name: string;
	/** Empty at the top. */
	parent_id: string;
	custom_group_id: string;
}

export interface Room {
	/** Begins with omm_. */
	room_id: string;
	name: string;
	capacity: number;
	description: string;
	/** Of the device in it. */
	display_id: string;
	custom_room_id: string;
	room_level_id: string;
	/** Whether it is there at all, and whether it may be booked. */
	status: boolean;
	schedule_status: boolean;
	devices: string[];
	/** Somebody has to agree to each booking. */
	approval: boolean;
}

/** Meeting rooms and where they are. */
export class Rooms {
	readonly all = new Map<string, Room>();
	readonly levels = new Map<string, RoomLevel>();

	/** The levels around a room or a level, the outermost first. */
	pathOf(levelId: string): RoomLevel[] {
		const level = this.levels.get(levelId);
		return level ? [...this.pathOf(level.parent_id), level] : [];
	}

	/** A level's rooms, with those of all levels below it. */
	below(levelId: string): Room[] {
		return [...this.all.values()].filter((room) =>
			this.pathOf(room.room_level_id).some(({ room_level_id: id }) => id === levelId),
		);
	}
}
