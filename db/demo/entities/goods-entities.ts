import { entities } from './entity.ts';

export const GOODS_ENTITIES = entities({
  shipments: [
    'shipment',
    'reference:text* service:enum(economy,standard,express)* senderId:id* recipientId:id* weightGrams:integer* readyAt:datetime status:enum(booked,collected,in_transit,delivered)!',
    'confirm cancel',
  ],
  parcels: [
    'parcel',
    'barcode:code* weightGrams:integer* lengthMm:integer widthMm:integer heightMm:integer contents:note lastScanAt:datetime!',
  ],
  quotes: [
    'quote',
    'origin:country* destination:country* weightGrams:integer* service:enum(economy,standard,express)* amount:money! validUntil:datetime!',
    'accept',
  ],
  labels: ['label', 'format:enum(pdf,zpl,png)* parcelId:id* printedAt:datetime! address:url!', 'reprint'],
  pickups: [
    'pickup',
    'windowStart:datetime* windowEnd:datetime* addressId:id* note:note status:enum(planned,done,missed)!',
    'reschedule',
  ],
  routes: [
    'route',
    'depotId:id* serviceDate:date* vehicleId:id plannedMinutes:integer! distanceMetres:integer! status:enum(draft,released,finished)!',
    'optimise release',
  ],
  stops: ['stop', 'position:integer* addressId:id* plannedAt:datetime! arrivedAt:datetime!'],
  vehicles: [
    'vehicle',
    'plate:code* kind:enum(van,truck,bike)* depotId:id* capacityKg:integer isInService:boolean',
  ],
  drivers: [
    'driver',
    'fullName:name* phone:phone* licenceNumber:code* birthDate:birthdate depotId:id* isOnShift:boolean!',
  ],
  depots: ['depot', 'title:name* country:country* timeZone:text* latitude:number longitude:number'],
  'tracking-events': [
    'trackingEvent',
    'parcelId:id* code:code* occurredAt:datetime* place:text note:note recordedAt:datetime!',
  ],
  positions: [
    'position',
    'vehicleId:id* latitude:number* longitude:number* speedKmh:number recordedAt:datetime*',
  ],
  'delivery-proofs': [
    'deliveryProof',
    'parcelId:id* receivedBy:name* deliveredAt:datetime* photoAddress:url!',
    'upload',
  ],
  'delivery-slots': [
    'deliverySlot',
    'postcode:code* windowStart:datetime* windowEnd:datetime* remaining:integer!',
    'reserve',
  ],
  declarations: [
    'declaration',
    'shipmentId:id* incoterm:code* exporterNumber:code* total:money* currency:currency* status:enum(draft,lodged,cleared,held)!',
    'lodge withdraw',
  ],
  'declaration-items': [
    'declarationItem',
    'tariffCode:code* originCountry:country* netWeightGrams:integer* value:money* text:text',
  ],
  'tariff-codes': ['tariffCode', 'code:code! text:text! dutyPercent:number! validFrom:date!'],
  carriers: [
    'carrier',
    'title:name* country:country* contactEmail:email callbackUrl:url accountNumber:code*',
  ],
  'carrier-services': [
    'carrierService',
    'title:text* transitDays:integer* maxWeightGrams:integer* isActive:boolean',
  ],
  manifests: [
    'manifest',
    'carrierId:id* departsAt:datetime* parcelCount:integer! status:enum(open,closed,sent)!',
    'close send',
  ],
  'inbound-deliveries': [
    'inboundDelivery',
    'supplier:name* expectedOn:date* dock:code palletCount:integer* status:enum(announced,arrived,received)!',
    'receive',
  ],
  pallets: ['pallet', 'barcode:code* heightMm:integer weightGrams:integer locationId:id!', 'move'],
  'stock-items': [
    'stockItem',
    'sku:code* merchantId:id* available:integer! reserved:integer! countedAt:datetime!',
  ],
  locations: [
    'location',
    'aisle:code* bay:code* level:integer* kind:enum(shelf,floor,cold)* isBlocked:boolean',
  ],
  reservations: [
    'reservation',
    'sku:code* quantity:integer* orderReference:text* until:datetime* status:enum(held,used,released)!',
    'release',
  ],
  'stock-counts': [
    'stockCount',
    'locationId:id* plannedOn:date* counted:integer deviation:integer! status:enum(planned,counted,booked)!',
    'book',
  ],
  'pick-lists': [
    'pickList',
    'zone:code* priority:integer itemCount:integer! assignedTo:id status:enum(open,started,done)!',
    'start finish',
  ],
  'packing-tasks': [
    'packingTask',
    'orderReference:text* carton:code* fragile:boolean packedAt:datetime!',
    'finish',
  ],
  'return-requests': [
    'returnRequest',
    'orderReference:text* reason:enum(damaged,wrong,unwanted)* email:email* comment:note status:enum(requested,approved,received,refunded)!',
    'approve reject',
  ],
  inspections: ['inspection', 'returnId:id* grade:enum(a,b,c,scrap)* note:note inspectedAt:datetime!'],
  robots: [
    'robot',
    'serial:code* zone:code* firmware:text! batteryPercent:integer! state:enum(idle,moving,charging,fault)!',
    'park resume',
  ],
  missions: [
    'mission',
    'robotId:id* fromLocationId:id* toLocationId:id* startedAt:datetime! finishedAt:datetime!',
    'abort',
  ],
  products: [
    'product',
    'sku:code* title:name* description:note brand:text weightGrams:integer imageUrl:url isHazardous:boolean',
    'archive',
  ],
  categories: ['category', 'title:name* parentId:id position:integer'],
  'rate-cards': [
    'rateCard',
    'title:name* currency:currency* validFrom:date* validUntil:date status:enum(draft,published,withdrawn)!',
    'publish',
  ],
  'rate-lines': ['rateLine', 'zone:code* maxWeightGrams:integer* amount:money*'],
  surcharges: ['surcharge', 'title:text* kind:enum(fuel,season,remote)* percent:number validFrom:date*'],
  discounts: [
    'discount',
    'title:text* merchantId:id* percent:number* validUntil:date approvedBy:name!',
    'approve',
  ],
});
