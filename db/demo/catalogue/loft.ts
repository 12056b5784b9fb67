import { catalogue } from './catalogue-entry.ts';

export const LOFT = [
  ...catalogue(
    'loft-inbound',
    `
    inbound-deliveries | Inbound Deliveries | inbound | partner internal medium | exemplary openapi-3.0 | inboundDelivery>pallet | Suppliers announce what will arrive.
    dock-schedule | Dock Schedule | inbound | partner internal low | solid openapi-3.0 | deliverySlot inboundDelivery- | Books a dock for a truck.
    pallet-moves | Pallet Moves | inbound | internal internal low | average openapi-3.0 | pallet location- | Where pallets are put.
    supplier-portal | Supplier Portal | inbound | public confidential medium | dated openapi-3.0 | inboundDelivery evidenceFile contract- user+ | Behind the pages for suppliers.
    goods-receipt | Goods Receipt | inbound | internal internal medium | exemplary openapi-3.1 | inboundDelivery inspection | Counts what came and what was broken.
    `,
  ),
  ...catalogue(
    'loft-stock',
    `
    stock-levels | Stock Levels | stock | partner internal high | exemplary openapi-3.1 | stockItem->reservation | How much of what is where.
    reservations | Reservations | stock | internal internal high | solid openapi-3.0 | reservation | Holds goods for an order.
    stock-events | Stock Events | stock | internal internal low | solid asyncapi-2 | stockItem reservation | Every change of stock, as a stream.
    stock-counts | Stock Counts | stock | internal internal low | solid openapi-3.0 | stockCount location- | Counting the shelves.
    locations | Locations | stock | internal internal low | exemplary openapi-3.0 | location | Aisles, bays and levels.
    `,
  ),
  ...catalogue(
    'loft-pick',
    `
    pick-lists | Pick Lists | picking | internal internal low | solid openapi-3.0 | pickList | What to fetch, in which order.
    packing-stations | Packing Stations | picking | internal internal low | average openapi-3.0 | packingTask label+ | Behind the screens at the packing tables.
    carton-advice | Carton Advice | picking | internal public low | exemplary openapi-3.1 | packingTask- | Which box fits.
    handheld-gateway | Handheld Gateway | picking | internal internal medium | careless openapi-3.0 | pickList session+ employee- | For the scanners in the aisles.
    robot-fleet | Robot Fleet | robotics | internal internal high | solid openapi-3.0 | robot>mission | Where the robots are and what they do.
    robot-telemetry | Robot Telemetry | robotics | internal internal low | average asyncapi-3 | robot | Battery, speed and faults.
    `,
  ),
  ...catalogue(
    'loft-returns',
    `
    returns | Returns | returns | public confidential medium | exemplary openapi-3.0 | returnRequest>inspection | A customer sends something back.
    return-labels | Return Labels | returns | public confidential low | solid openapi-3.0 | label+ | Labels for the way back.
    resale | Resale | returns | internal internal low | solid openapi-3.1 design | product inspection- | Second life for returned goods.
    `,
  ),
];
