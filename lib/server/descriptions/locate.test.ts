import { describe, expect, it } from 'vitest';
import { bytesOf } from './testing/bytes-of.ts';
import { excerptsOf } from './excerpts-of.ts';
import { locate } from './locate.ts';
import { markText } from './mark-text.ts';
import { occurrencesIn } from './occurrences-in.ts';
import { positionsIn } from './positions-in.ts';

const SCHEMA = `"A shelf: type Query"
type Shelf {
  id: ID!
  size(unit: Unit = CM): Int
}

enum Unit { CM INCH }

directive @guarded on FIELD_DEFINITION

type Query {
  "All of them"
  shelves: [Shelf]
}
extend type Query { shelf: Shelf }
`;

const FILE = `edition = "2024";
package parcels.v1; // message Hidden { string a = 1; }
/* message Hidden {
} */
export message Parcel {
  option (acme.note) = { text: "} message Hidden {" };
  reserved 3 to 5;
  string id = 1 [(acme.rule) = { min: 1, max: 2 }, deprecated = true];
  oneof place {
    string shelf = 6;
    map<string, Kind> kinds = 7;
  }
  string group = 8 [(acme.rule) = { min: 1 }];
  message Part { bool message = 1; }
  repeated Part parts = 9;
  enum Kind { UNKNOWN = 0; BOX = 1 [deprecated = true]; }
}
service Parcels {
  rpc ListParcels (Parcel) returns (stream Parcel) {
    option (google.api.http) = { get: "/v1/parcels" };
  }
  rpc GetParcel (Parcel) returns (Parcel);
}
`;

function linesOf(text: string, pointers: string[]): [string, number | undefined, number | undefined][] {
  const found = locate(text, pointers);
  return pointers.map((pointer) => [pointer, found.get(pointer)?.line, found.get(pointer)?.column]);
}

describe('places in a GraphQL schema', () => {
  it('are where the name is written', () => {
    expect(
      linesOf(SCHEMA, [
        '/types/Shelf',
        '/types/Shelf/fields/size',
        '/types/Shelf/fields/size/arguments/unit',
        '/types/Unit/values/INCH',
        '/directives/guarded',
        '/types/Query/fields/shelves',
        '/types/Query/fields/shelf',
        '/types/Query/fields/absent',
      ]),
    ).toEqual([
      ['/types/Shelf', 2, 6],
      ['/types/Shelf/fields/size', 4, 3],
      ['/types/Shelf/fields/size/arguments/unit', 4, 8],
      ['/types/Unit/values/INCH', 7, 16],
      ['/directives/guarded', 9, 12],
      ['/types/Query/fields/shelves', 13, 3],
      ['/types/Query/fields/shelf', 15, 21],
      ['/types/Query/fields/absent', undefined, undefined],
    ]);
  });

  it('are the schema itself, or the first definition where it is not written out', () => {
    expect(locate(SCHEMA, ['/schema']).get('/schema')?.line).toBe(1);
    expect(locate(`${SCHEMA}schema { query: Query }`, ['/schema']).get('/schema')?.line).toBe(16);
  });

  it('stand with findings, marks and excerpts', () => {
    const bytes = bytesOf(SCHEMA);
    expect(occurrencesIn(bytes)).toContainEqual({
      rule: 'graphql-unbounded-list',
      pointer: '/types/Query/fields/shelves',
      line: 13,
      column: 3,
    });
    expect(markText(bytes).marks.map(([line]) => line)).toEqual([1, 13]);
    expect(positionsIn(bytes, ['/types/Query'])).toEqual([['/types/Query', { line: 11, column: 6 }]]);
    const [excerpt] = excerptsOf(bytes, ['/types/Shelf/fields/id']).excerpts;
    expect(excerpt).toMatchObject({ line: 3, endLine: 3, from: 1 });
  });
});

describe('places in a protobuf file', () => {
  it('are where the name is written', () => {
    expect(
      linesOf(FILE, [
        '/messages/parcels.v1.Parcel',
        '/messages/parcels.v1.Parcel/fields/id',
        '/messages/parcels.v1.Parcel/fields/shelf',
        '/messages/parcels.v1.Parcel/fields/kinds',
        '/messages/parcels.v1.Parcel/fields/group',
        '/messages/parcels.v1.Parcel.Part/fields/message',
        '/messages/parcels.v1.Parcel/fields/parts',
        '/enums/parcels.v1.Parcel.Kind/values/BOX',
        '/services/parcels.v1.Parcels',
        '/services/parcels.v1.Parcels/methods/ListParcels',
        '/services/parcels.v1.Parcels/methods/GetParcel',
        '/messages/parcels.v1.Hidden',
      ]),
    ).toEqual([
      ['/messages/parcels.v1.Parcel', 5, 16],
      ['/messages/parcels.v1.Parcel/fields/id', 8, 10],
      ['/messages/parcels.v1.Parcel/fields/shelf', 10, 12],
      ['/messages/parcels.v1.Parcel/fields/kinds', 11, 23],
      ['/messages/parcels.v1.Parcel/fields/group', 13, 10],
      ['/messages/parcels.v1.Parcel.Part/fields/message', 14, 23],
      ['/messages/parcels.v1.Parcel/fields/parts', 15, 17],
      ['/enums/parcels.v1.Parcel.Kind/values/BOX', 16, 28],
      ['/services/parcels.v1.Parcels', 18, 9],
      ['/services/parcels.v1.Parcels/methods/ListParcels', 19, 7],
      ['/services/parcels.v1.Parcels/methods/GetParcel', 22, 7],
      ['/messages/parcels.v1.Hidden', undefined, undefined],
    ]);
  });
});
