import { catalogue } from './catalogue-entry.ts';

export const SKEIN = [
  ...catalogue(
    'skein-booking',
    `
    shipments | Shipments | booking | public confidential high | exemplary openapi-3.1 | shipment>parcel,label | Books shipments and their parcels.
    shipment-quotes | Shipment Quotes | booking | public internal medium | exemplary openapi-3.0 | quote+ | Prices and transit times before booking.
    pickups | Pickups | booking | public confidential medium | solid openapi-3.0 | pickup | Orders a driver to collect parcels.
    bulk-booking | Bulk Booking | booking | partner confidential medium | dated openapi-3.0 | importJob shipment+ | Thousands of shipments from one file.
    address-book | Address Book | booking | public confidential low | solid openapi-3.0 | address | Addresses a sender uses again.
    booking-graph | Booking Graph | booking | public confidential medium | solid graphql | shipment parcel quote | One endpoint for the booking app.
    booking-legacy | Booking (legacy) | booking | partner confidential medium | careless openapi-2.0 deprecated | shipment>parcel label | The first booking interface; partners still use it.
    `,
  ),
  ...catalogue(
    'skein-routes',
    `
    route-planning | Route Planning | routing | internal internal high | exemplary openapi-3.0 | route>stop | Plans the tours of tomorrow.
    fleet | Fleet | routing | internal confidential medium | solid openapi-3.0 | vehicle depot- | Vehicles and where they belong.
    drivers | Drivers | routing | internal restricted medium | dated openapi-3.0 | driver vehicle- | People who drive, with licences and shifts.
    depots | Depots | routing | internal internal low | exemplary openapi-3.1 | depot | Buildings, opening hours and time zones.
    vehicle-positions | Vehicle Positions | routing | internal internal low | average protobuf | position vehicle | Positions every five seconds.
    route-optimiser | Route Optimiser | routing | internal internal low | solid protobuf | route stop | Computes tours; no data of its own.
    delivery-slots | Delivery Slots | last-mile | public internal medium | exemplary openapi-3.0 | deliverySlot | Offers and reserves delivery windows.
    proof-of-delivery | Proof of Delivery | last-mile | partner confidential medium | solid openapi-3.0 | deliveryProof trackingEvent- | Signature and photo at the door.
    courier-app | Courier App | last-mile | public confidential high | dated openapi-3.0 | stop deliveryProof+ position+ session+ | Behind the app of couriers.
    parcel-shops | Parcel Shops | last-mile | public public low | solid openapi-3.0 | depot- deliverySlot- | Where parcels can be dropped and collected.
    `,
  ),
  ...catalogue(
    'skein-track',
    `
    tracking | Tracking | tracking | public internal high | exemplary openapi-3.1 | trackingEvent- parcel- | Where is my parcel.
    tracking-ingest | Tracking Ingest | tracking | partner internal high | solid openapi-3.0 | trackingEvent+ | Scans from carriers and hubs.
    tracking-events | Tracking Events | tracking | internal internal low | exemplary asyncapi-3 | trackingEvent | Every scan, as a stream.
    tracking-webhooks | Tracking Webhooks | tracking | public internal medium | average openapi-3.0 | webhookEndpoint>delivery | Tells shops when a parcel moves.
    eta-predictions | Arrival Predictions | tracking | internal internal medium | solid openapi-3.0 | trackingEvent- stop- | When a parcel will arrive.
    tracking-soap-bridge | Tracking Bridge | tracking | partner internal low | careless openapi-2.0 deprecated | trackingEvent- | Translates the old tracking interface.
    `,
  ),
  ...catalogue(
    'skein-borders',
    `
    customs-declarations | Customs Declarations | customs | partner confidential high | exemplary openapi-3.0 | declaration>declarationItem | Lodges export and import declarations.
    tariff-lookup | Tariff Lookup | customs | public public low | exemplary openapi-3.0 | tariffCode- | Finds the tariff code of a product.
    duty-calculator | Duty Calculator | customs | public public medium | solid openapi-3.1 | tariffCode- quote+ | What duty and tax will cost.
    customs-messages | Customs Messages | customs | internal confidential high | dated openapi-3.0 | message declaration- | Talks to the customs authorities.
    carriers | Carriers | carriers | internal internal low | solid openapi-3.0 | carrier>carrierService | Companies that carry for us.
    manifests | Manifests | carriers | partner internal medium | average openapi-3.0 | manifest parcel- | Closes a day's parcels for a carrier.
    carrier-callbacks | Carrier Callbacks | carriers | partner internal medium | careless openapi-3.0 | trackingEvent+ webhookEndpoint | Where carriers report back.
    edi-gateway | EDI Gateway | carriers | partner confidential medium | average openapi-2.0 | importJob mapping | Translates EDIFACT messages.
    `,
  ),
];
